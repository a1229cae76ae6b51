import type { SimulatorState } from '../core/simulator.ts';
import type { Channels } from './channels.ts';
import type { Events } from './events.ts';

/** Everybody's calendars at Google. */
export interface Calendars {
  readonly state: SimulatorState;
  readonly events: Events;
  readonly channels: Channels;
}

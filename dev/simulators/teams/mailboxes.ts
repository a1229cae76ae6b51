import type { SimulatorState } from '../core/simulator.ts';
import type { Events } from './events.ts';
import type { Subscriptions } from './subscriptions.ts';

/** Everybody's mailboxes at Microsoft. */
export interface Mailboxes {
  readonly state: SimulatorState;
  readonly events: Events;
  readonly subscriptions: Subscriptions;
  /** Calls under way, by account. */
  readonly underWay: Map<string, number>;
}

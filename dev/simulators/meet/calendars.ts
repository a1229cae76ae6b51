import type { VendorState } from '../core/vendor.ts';
import type { Channels } from './channels.ts';
import type { Events } from './events.ts';

/** Everybody's calendars at Google. */
export interface Calendars {
  readonly state: VendorState;
  readonly events: Events;
  readonly channels: Channels;
}

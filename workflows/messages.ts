import type { ConferenceAction } from '#domain/conference.ts';

/** Signals of a booking's workflow. Each only says: plan again. `sweep` is the sweep's, so that a repair reads as a repair. */
export const BOOKING_SIGNALS = [
  'booked',
  'confirm',
  'decline',
  'expired',
  'completed',
  'reschedule',
  'cancel',
  'providerChanged',
  'resend',
  'linkSet',
  'erase',
  'connectionRestored',
  'sweep',
] as const;
export type BookingSignal = (typeof BOOKING_SIGNALS)[number];

/** Signals of a connection's workflow. Each only says: plan again. */
export const CONNECTION_SIGNALS = ['connected', 'disconnected', 'deauthorized', 'noticed', 'problem', 'sweep'] as const;
export type ConnectionSignal = (typeof CONNECTION_SIGNALS)[number];

/** The id under which a booking's workflow runs, every run of it. */
export function bookingWorkflowId(bookingId: string): string {
  return `booking-${bookingId}`;
}

/** The same for a connection. */
export function connectionWorkflowId(connectionId: string): string {
  return `connection-${connectionId}`;
}

/** Work of a lane that gave up after its own attempts, with the revision it was begun at. */
export interface GaveUp {
  readonly lane: 'conference' | 'mails';
  readonly subject: string | null;
  readonly revision: number;
}

/** How long things may take, from the configuration; milliseconds. */
export interface ActivityTimings {
  readonly attemptMs: number;
  readonly heartbeatMs: number;
  readonly budgetMs: number;
  readonly intervalMs: number;
}

/** What a booking's workflow does next: ids, states and times only. */
export interface BookingPlan {
  readonly revision: number;
  readonly status: string;
  readonly conferenceStatus: string;
  readonly hostId: string;
  readonly provider: string | null;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly conference: {
    readonly provider: string;
    readonly action: ConferenceAction;
    readonly conferenceId: string;
  } | null;
  readonly mailsDue: boolean;
  /** The next thing due, epoch milliseconds by the database's clock, and the same from now; null when only a signal can help. */
  readonly wakeAt: number | null;
  readonly wakeInMs: number;
  readonly waitingFor: string;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

export type ConnectionAction =
  | 'openWatch'
  | 'renewWatch'
  | 'closeWatches'
  | 'readNotices'
  | 'pollMeetings'
  | 'keepAlive'
  | 'endGrant';

/** What a connection's workflow does next. */
export interface ConnectionPlan {
  readonly state: string;
  readonly hostId: string;
  readonly provider: string;
  readonly call: ConnectionAction | null;
  readonly mailsDue: boolean;
  readonly wakeBookings: boolean;
  readonly wakeAt: number | null;
  readonly wakeInMs: number;
  readonly waitingFor: string;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

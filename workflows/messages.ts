import type { ConferenceAction } from '#domain/conference.ts';

/**
 * Signals of a booking's workflow and what the Temporal UI says of them. Ours carry the revision they announce and only
 * say: plan again. `sweep` is the sweep's, so that a repair reads as a repair.
 */
export const BOOKING_SIGNALS = {
  booked: 'A guest booked.',
  confirm: 'Without an argument: confirms the booking, as the operator. With a revision: says that its host has.',
  decline: 'Without an argument: declines the booking, as the operator. With a revision: says that its host has.',
  cancel: 'Without an argument: cancels the booking, as the operator. With a revision: says that it was cancelled.',
  resend:
    'Without an argument: sends the confirmation again, as the operator. With a revision: says that it was asked for.',
  reschedule: 'The booking has a new time.',
  expired: 'The hold on the time ran out.',
  completed: 'The meeting is over.',
  providerChanged: 'The provider knows something else of the meeting.',
  linkSet: 'The host pasted a link.',
  erase: 'The guest is to be forgotten.',
  connectionRestored: 'The host connected the provider again.',
  sweep: 'Plan again: a signal or a timer was missed. May be sent at any time.',
} as const;
export type BookingSignal = keyof typeof BOOKING_SIGNALS;

/** Signals that are commands of the operator where they come without an argument. */
const OPERATOR_COMMANDS = ['confirm', 'decline', 'cancel', 'resend'] as const;
export type OperatorCommand = (typeof OPERATOR_COMMANDS)[number];

export const isOperatorCommand = (signal: string): signal is OperatorCommand =>
  OPERATOR_COMMANDS.some((command) => command === signal);

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
  readonly intervalMs: number;
}

/** Which task of a queue goes first; within one of them hosts take turns, so that none fills everybody's slots. */
export const PRIORITY = { fresh: 2, usual: 3, repeated: 4, background: 5 } as const;
export type PriorityKey = (typeof PRIORITY)[keyof typeof PRIORITY];

/** What keeps a booking's workflow waiting, as operators filter by it. */
export type WaitingFor = 'confirmation' | 'provider' | 'mail' | 'reconnect' | 'time' | 'nothing';

/** A time at which something becomes due. */
export interface NamedTime {
  /** What becomes due; the timer's name in the Temporal UI. */
  readonly name: string;
  /** Epoch milliseconds by the database's clock, and the same from now. */
  readonly at: number;
  readonly inMs: number;
}

/** Something that was done, for who reads the Temporal UI. */
export interface StoryLine {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: string;
}

/** How a booking ended. */
export interface BookingResult {
  readonly status: string;
  readonly conference: string;
  /** How many mails ended in each state. */
  readonly mails: Readonly<Record<string, number>>;
}

/** The call to make about one meeting of a booking. */
export interface ConferenceStep {
  readonly provider: string;
  readonly providerName: string;
  readonly action: ConferenceAction;
  readonly conferenceId: string;
  readonly priority: PriorityKey;
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
  readonly conference: ConferenceStep | null;
  readonly mailsDue: boolean;
  readonly mailsPriority: PriorityKey;
  /** Everything that becomes due: the confirmation's deadline, each reminder, the end, every wait after a failure. */
  readonly timers: readonly NamedTime[];
  readonly waitingFor: WaitingFor;
  /** The code of what went wrong with the link; null where nothing has. */
  readonly problem: string | null;
  readonly story: readonly StoryLine[];
  /** Given once it is done. */
  readonly result: BookingResult | null;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

export type ConnectionAction =
  | 'openSubscription'
  | 'renewSubscription'
  | 'closeSubscriptions'
  | 'readNotifications'
  | 'pollMeetings'
  | 'keepAlive'
  | 'revokeTokens';

/** What a connection's workflow does next. */
export interface ConnectionPlan {
  readonly state: string;
  readonly hostId: string;
  readonly provider: string;
  readonly call: ConnectionAction | null;
  readonly mailsDue: boolean;
  readonly wakeBookings: boolean;
  /** The next thing that becomes due; null where only a signal can help. */
  readonly next: NamedTime | null;
  /** Why it broke or ended; null while it works. */
  readonly problem: string | null;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

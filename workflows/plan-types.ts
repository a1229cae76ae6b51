import type { ConferenceAction } from '#domain/conference.ts';

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

/** Which task of a queue goes first, what a host or an operator has asked for before all; within one of them hosts take turns, so that none fills everybody's slots. */
export const PRIORITY = { asked: 1, fresh: 2, usual: 3, repeated: 4, background: 5 } as const;
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
  /** Everything that wakes the workflow: the confirmation's deadline, the end, every wait after a failure. */
  readonly timers: readonly NamedTime[];
  /** Each reminder to come, which a worker sends without it. Older histories have them among the timers. */
  readonly reminders?: readonly NamedTime[];
  readonly waitingFor: WaitingFor;
  /**
   * Work has just begun whose end brings another plan, so that what is waited for holds for a moment only. Missing in what
   * older versions planned.
   */
  readonly isPassing?: boolean;
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

/** What a calendar's workflow does next. */
export interface CalendarPlan {
  readonly state: string;
  readonly hostId: string;
  readonly readDue: boolean;
  readonly mailsDue: boolean;
  /** The next thing that becomes due; null where nothing will. */
  readonly next: NamedTime | null;
  /** Why it cannot be read; null while it can. */
  readonly problem: string | null;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

/** What a webhook's workflow does next. */
export interface WebhookPlan {
  readonly state: string;
  readonly hostId: string;
  readonly deliveriesDue: boolean;
  readonly mailsDue: boolean;
  /** The next thing that becomes due; null where nothing will. */
  readonly next: NamedTime | null;
  /** Why it is paused or fails; null while it works. */
  readonly problem: string | null;
  readonly done: boolean;
  readonly timings: ActivityTimings;
}

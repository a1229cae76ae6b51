import type { HostBooking } from '#api/bookings/schema.ts';
import type { GuestBooking } from '#api/guest/schema.ts';
import type { Integration } from '#api/integrations/schema.ts';
import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';
import type { SimMeeting } from '#dev/simulators/core/simulator.ts';
import type { ReceivedMail } from './received-mail.ts';
import type { Played } from './people.ts';

/** Rows of the database as it writes them in JSON: times are RFC 3339 texts. */
export interface BookingRow {
  readonly id: string;
  readonly host_id: string;
  readonly status: string;
  readonly revision: number;
  readonly delivered_revision: number;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly blocked_from: string;
  readonly blocked_until: string;
  readonly next_wake_at: string | null;
  readonly hold_ends_at: string | null;
  readonly scheduled_at: string;
  readonly reminder_minutes: readonly number[];
  readonly manual_link: string | null;
  readonly guest_email: string;
}

export interface ConferenceRow {
  readonly id: string;
  readonly connection_id: string;
  readonly state: string;
  readonly marker: string;
  readonly provider_meeting_id: string | null;
  readonly problem: object | null;
  readonly tolerated_starts_at: string | null;
  readonly look_again_at: string | null;
  readonly follow_asked_at: string | null;
  readonly created_at: string;
}

export interface MailRow {
  readonly id: string;
  readonly kind: string;
  readonly cause: string;
  readonly recipient: 'host' | 'guest';
  readonly state: string;
  readonly message_id: string;
  readonly created_at: string;
}

export interface EventRow {
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly text: string;
}

export interface ConnectionRow {
  readonly id: string;
  readonly account_id: string;
  readonly state: string;
  readonly cause: string | null;
  readonly is_current: boolean;
  readonly revision: number;
  readonly delivered_revision: number;
  readonly next_wake_at: string | null;
  readonly wake_cursor: string | null;
}

/** A workflow as Temporal has it; null where there is none. */
export type WorkflowSeen = {
  readonly status: string;
  /** How often its present workflow task has been tried; more than once says that it fails. */
  readonly taskAttempts: number;
  /** Activities that are tried again and again, with the tries of each. */
  readonly activities: readonly { readonly name: string; readonly attempt: number; readonly failure: string }[];
} | null;

/** One booking from every side. */
export interface ObservedBooking extends Played {
  readonly id: string;
  readonly guestSees: GuestBooking;
  readonly hostSees: HostBooking;
  /** Live meetings at the provider that bear one of its markers. */
  readonly meetings: readonly SimMeeting[];
  readonly row: BookingRow;
  readonly conferences: readonly ConferenceRow[];
  readonly mails: readonly MailRow[];
  readonly events: readonly EventRow[];
  readonly inbox: { readonly guest: readonly ReceivedMail[]; readonly host: readonly ReceivedMail[] };
  readonly workflow: WorkflowSeen;
  /** The connection through which its meeting is made now, and whether it works. */
  readonly connection: Integration;
  readonly connections: readonly ConnectionRow[];
}

export interface ObservedHost {
  readonly label: string;
  readonly connections: readonly (ConnectionRow & { readonly workflow: WorkflowSeen })[];
}

/** Everything the judge knows. */
export interface Observed {
  /** By the database's clock, epoch milliseconds. */
  readonly now: number;
  readonly hosts: readonly ObservedHost[];
  readonly bookings: readonly ObservedBooking[];
  /** Live meetings in the hosts' accounts that bear no marker of a known booking. */
  readonly strangers: readonly SimMeeting[];
  /** The calls made at the hosts' accounts. */
  readonly calls: readonly LedgerEntry[];
  /** Bookings of the hosts that no guest was told of, but for those whose guests were given no definite answer. */
  readonly unknownBookings: readonly BookingRow[];
  /** What was still under way when the time to settle was over. */
  readonly undone: readonly { readonly work: string; readonly rows: number }[];
  /** Where something personal stands in a log or in a workflow's history. */
  readonly leaks: readonly string[];
  /** Whether worker, Postgres or Temporal were struck: a mail may come again although it was answered. */
  readonly mayRepeatMails: boolean;
}

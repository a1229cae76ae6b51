import type { Actor, BookingStatus } from '#domain/booking.ts';
import type { ConferenceStatus } from '#domain/conference.ts';
import type { CalendarProblem } from '#domain/calendars/calendar.ts';
import type { PauseCause } from '#domain/webhooks/webhook.ts';
import type { IcsMethod } from '#domain/ics.ts';
import type { HourCycle } from '#domain/locale.ts';

export type Reader = 'host' | 'guest';

export const BOOKING_MAIL_KINDS = [
  'confirmed',
  'pending',
  'declined',
  'expired',
  'rescheduled',
  'cancelled',
  'reminder',
  'link_ready',
  'link_missing',
  'changed_at_provider',
  'proposed',
  'proposal_declined',
  'proposal_expired',
  'proposal_withdrawn',
  'reschedule_asked',
  'follow_up',
] as const;
export type BookingMailKind = (typeof BOOKING_MAIL_KINDS)[number];

/** What the host did to the meeting at the provider, where the booking does not follow. */
export type ProviderChange =
  /** `bySettings`: the host only wants to be told; else the new time is taken or makes no sense. */
  | { readonly kind: 'moved'; readonly startsAt: number; readonly endsAt: number; readonly bySettings: boolean }
  /** All day long, or recurring without a fixed time. */
  | { readonly kind: 'timeless' }
  | { readonly kind: 'removed' }
  /** Brought back after the booking had ended. */
  | { readonly kind: 'recovered' };

/** The booking as a mail tells it. Times are epoch milliseconds; texts are as people typed them, unescaped. */
export interface MailedBooking {
  readonly id: string;
  readonly uid: string;
  /** SEQUENCE of the calendar file. */
  readonly sequence: number;
  readonly status: BookingStatus;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The time before its last move; null when it was never moved. */
  readonly previousStartsAt: number | null;
  /** The time asked for, in a mail about a guest's proposal; else null. */
  readonly proposedStartsAt: number | null;
  /** Whether the guest asked for the present time and the host confirmed it. */
  readonly isAgreed: boolean;
  /** The event type's title. */
  readonly title: string;
  readonly hostName: string;
  readonly hostEmail: string;
  /** At which guests reach the host; null where the host shows them no address. */
  readonly hostContact: string | null;
  readonly guestName: string;
  readonly guestEmail: string;
  /** Whom the guest brings along; a name may be empty. */
  readonly furtherGuests: readonly { readonly name: string; readonly email: string }[];
  /** At which the host calls the guest. */
  readonly guestPhone: string | null;
  /** IANA zone of the reader. */
  readonly readerTimeZone: string;
  /** BCP 47 tag of a language that mails are written in, as `mailLocale` of `mail/texts.ts` gives it. */
  readonly readerLocale: string;
  readonly readerHourCycle: HourCycle;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  /** A line of the host's own, for the guest alone; empty = none. */
  readonly hostLine: string;
  readonly answers: readonly { readonly label: string; readonly value: string | boolean }[];
  /** Who caused the change this mail tells of. */
  readonly by: Actor | null;
  /** What was said about it: by who declined, cancelled or moved the booking, or declined a proposed time. */
  readonly reason: string | null;
  /** Who said it; null where nothing was said. */
  readonly reasonBy: Actor | null;
  readonly bookedBy: 'guest' | 'host';
  readonly location: {
    readonly kind: string;
    /** What people call the provider; other kinds are named by the mail's own texts. */
    readonly label: string;
    readonly value: string | null;
    /** Whether a meeting provider makes the link. */
    readonly byProvider: boolean;
  };
  readonly joinUrl: string | null;
  /** Whether the host pasted the link: then it may be anyone's, at every location. */
  readonly isLinkPasted: boolean;
  readonly conferenceStatus: ConferenceStatus;
  /** Why there is no link. */
  readonly conferenceProblem: { readonly code: string } | null;
  readonly providerChange: ProviderChange | null;
  readonly requiresConfirmation: boolean;
  readonly holdEndsAt: number | null;
  /** Until when the guest may reschedule or cancel: the start, unless the host wants to know earlier. */
  readonly changeableUntil: number;
}

interface FurtherGuestReader {
  /** May be empty. */
  readonly name: string;
  readonly email: string;
  /** Whether this mail tells them that the host removed them. */
  readonly isRemoved: boolean;
}

export interface BookingMail {
  readonly kind: BookingMailKind;
  readonly reader: Reader;
  /** The reader, where that is a further guest of the booking, who gets no link that changes it; else null. */
  readonly furtherGuest: FurtherGuestReader | null;
  readonly booking: MailedBooking;
  /** Absolute addresses. */
  readonly links: {
    /** The guest's page of the booking, with `?action=reschedule` and `?action=cancel`; never given to the host. */
    readonly manage: string | null;
    /** The host's page of the booking; null for guests. */
    readonly bookingPage: string | null;
    /** Where the host confirms or declines without a login; null where nothing is asked. */
    readonly answer: string | null;
    /** Where the guest finds another time. */
    readonly rebook: string | null;
    /** One-click target for reminders to guests: a POST there, without a login, ends them. */
    readonly unsubscribe: string | null;
    /** Where a further guest leaves the booking: a page, and a one-click target as `unsubscribe`. Null for all others. */
    readonly leave: { readonly page: string; readonly oneClick: string } | null;
    /** The host's page of connected platforms. */
    readonly integrations: string;
  };
  /** Whether this reader keeps the meeting in the calendar by our file. */
  readonly attachInvite: boolean;
}

export interface ConnectionMail {
  readonly kind: 'reconnect_needed';
  readonly connectionId: string;
  /** The host's, as `MailedBooking` has it. */
  readonly readerLocale: string;
  readonly providerName: string;
  readonly accountEmail: string;
  readonly hostName: string;
  readonly hostEmail: string;
  readonly cause: 'uninstalled' | 'token_dead' | 'connected_elsewhere';
  /** Days since the trouble began. */
  readonly day: 0 | 1 | 3 | 7 | 14;
  /** Upcoming bookings that have no link because of it. */
  readonly affectedBookings: number;
  readonly reconnectUrl: string;
  /** The provider's own page of apps with access. */
  readonly manageAccessUrl: string;
}

/** A mail about a calendar that blocks times and cannot be read. */
export interface CalendarMail {
  readonly calendarId: string;
  readonly calendarName: string;
  readonly hostName: string;
  readonly hostEmail: string;
  /** The host's, for `readAt`. */
  readonly readerTimeZone: string;
  readonly readerLocale: string;
  readonly readerHourCycle: HourCycle;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  /** When it was last read, epoch milliseconds; null = never. */
  readonly readAt: number | null;
  readonly problem: CalendarProblem;
  /** Days since the trouble began; 0 = an hour. */
  readonly day: 0 | 1 | 3 | 7;
  /** The page on which its host does something about it. */
  readonly pageUrl: string;
}

/** A mail about a webhook that we have paused. */
export interface WebhookMail {
  readonly webhookId: string;
  /** The host's, as `MailedBooking` has it. */
  readonly readerLocale: string;
  readonly url: string;
  readonly hostName: string;
  readonly hostEmail: string;
  readonly cause: Exclude<PauseCause, 'host'>;
  /** The page on which its host resumes it. */
  readonly pageUrl: string;
}

/** A mail about logging in. Most of them can be requested by a stranger, for any address. */
export interface AccountMail {
  readonly kind:
    | 'sign_up'
    | 'account_exists'
    | 'no_account'
    | 'login'
    | 'password'
    | 'password_changed'
    | 'two_step_on'
    | 'login_added'
    | 'two_step_off'
    | 'backup_codes_replaced'
    | 'backup_code_used'
    | 'api_key_made'
    | 'contact_address';
  readonly to: string;
  /** The account's; where there is none, that of the browser that asked. */
  readonly readerLocale: string;
  /** Works once; of a mail about a change the page on which the owner does something about it. */
  readonly url: string;
}

export interface MailContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The address all our mails come from. */
  readonly from: string;
  readonly supportEmail: string;
  readonly publicUrl: string;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A mail ready for the transport, but for its Message-ID. */
export interface RenderedMail {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo: Mailbox;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly ics: { readonly method: IcsMethod; readonly content: string } | null;
  readonly headers: Readonly<Record<string, string>>;
}

import type { BookingStatus } from './booking.ts';

/** A mail that is queued, oldest first by `id`. */
export interface OpenMail {
  readonly id: string;
  readonly kind: string;
  readonly cause: string;
  readonly recipient: 'host' | 'guest';
}

interface Present {
  readonly status: BookingStatus;
  /** Epoch milliseconds; the causes of reminders begin with it. */
  readonly startsAt: number;
  readonly hasBegun: boolean;
  readonly linkReady: boolean;
  readonly guestWantsReminders: boolean;
}

/** How the causes of mails begin that tell of a meeting brought back at the provider after its booking had ended. */
export const RECOVERED = 'recovered-';

/** Kinds that each tell of the booking's present time and link, so that only the newest is worth reading. */
const PRESENT = new Set(['rescheduled', 'link_ready']);

/**
 * Which queued mails the present has overtaken: they are superseded instead of sent. Never confirmed yet → one confirmation
 * with the current time; cancelled before any mail → only the cancellation, and what happened to the meeting afterwards;
 * every resend and reminder stands for itself.
 */
export function supersededMails(open: readonly OpenMail[], present: Present): ReadonlySet<string> {
  const superseded = new Set<string>();
  for (const recipient of ['host', 'guest'] as const) {
    const mine = open.filter((mail) => mail.recipient === recipient);
    for (const mail of mine) if (isOvertaken(mail, mine, present)) superseded.add(mail.id);
  }
  return superseded;
}

function isOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  switch (present.status) {
    case 'cancelled':
    case 'declined':
    case 'expired':
      return mail.kind !== present.status && !mail.cause.startsWith(RECOVERED);
    case 'completed':
      return !mail.cause.startsWith(RECOVERED);
    case 'pending':
      return mail.kind !== 'pending' || hasNewer(mail, mine, (other) => other.kind === 'pending');
    case 'confirmed':
      return isOvertakenWhileConfirmed(mail, mine, present);
  }
}

function isOvertakenWhileConfirmed(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  switch (mail.kind) {
    case 'pending':
      return true;
    case 'rescheduled':
    case 'link_ready':
      return (
        mine.some((other) => other.kind === 'confirmed') || hasNewer(mail, mine, (other) => PRESENT.has(other.kind))
      );
    case 'reminder':
      return isReminderOvertaken(mail, mine, present);
    case 'link_missing':
      return present.linkReady || mine.some((other) => other.kind === 'confirmed');
    default:
      return false;
  }
}

/** Of reminders that could not be sent in time only the latest still says something, and none once the meeting has begun. */
function isReminderOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  const start = `${present.startsAt}+`;
  if (!mail.cause.startsWith(start) || present.hasBegun) return true;
  if (mail.recipient === 'guest' && !present.guestWantsReminders) return true;
  const offset = ({ cause }: OpenMail) => Number(cause.slice(start.length));
  return mine.some(
    (other) => other.kind === 'reminder' && other.cause.startsWith(start) && offset(other) < offset(mail),
  );
}

function hasNewer(mail: OpenMail, mine: readonly OpenMail[], like: (other: OpenMail) => boolean): boolean {
  return mine.some((other) => other.id > mail.id && like(other));
}

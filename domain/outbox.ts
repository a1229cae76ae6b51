import type { BookingStatus } from './booking.ts';
import { PROPOSAL_ENDS, proposalIn } from './proposal-mails.ts';

export const RECIPIENTS = ['host', 'guest', 'further_guest'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** A mail as it travels: handed over again, it is the same to the byte. */
export interface WrittenMail {
  /** Addresses of the envelope. */
  readonly from: string;
  readonly to: string;
  /** The message with its headers (RFC 5322), in ASCII. */
  readonly source: string;
}

/** A mail about a booking that is queued or claimed. Times are epoch milliseconds. */
export interface OpenMail {
  readonly id: string;
  readonly kind: string;
  readonly cause: string;
  readonly recipient: Recipient;
  /** Who gets it: mails to one reader keep their order. */
  readonly reader: string;
  /**
   * When the mail server may first have got it: from then on its content stands, even if the booking changes. Null
   * while it is sure that the server has not.
   */
  readonly handedOverAt: number | null;
  /** Not to be sent before: a wait for a link, a claim that still runs, a wait after a failure. */
  readonly notBefore: number;
}

export interface Present {
  readonly now: number;
  readonly status: BookingStatus;
  /** The causes of reminders begin with it. */
  readonly startsAt: number;
  /** The time that the guest of a confirmed booking asks for; null where the host is asked for none. */
  readonly proposedStartsAt: number | null;
  /** Whether the host asks the guest to pick another time. */
  readonly asksToReschedule: boolean;
  readonly linkReady: boolean;
  readonly guestWantsReminders: boolean;
  /** Whether its guest is to be thanked after the meeting. */
  readonly wantsFollowUp: boolean;
  readonly toldTo: (reader: string) => Told;
}

/** What a reader has been told already. */
export interface Told {
  /** Whether the newest mail about time, link and status says what is true now. */
  readonly knowsPresent: boolean;
  /** The proposed time that the host is asked for, as far as the reader has been told; null for none. */
  readonly proposedStartsAt: number | null;
  /** When the next mail about a change may come: changes that follow each other closely are told together. */
  readonly nextChangeAt: number;
  /** Whether any mail about the booking may have reached them. */
  readonly knowsBooking: boolean;
  /** Whether the host removed them from the booking. */
  readonly isRemoved: boolean;
}

export interface OutboxDecision {
  readonly superseded: ReadonlySet<string>;
  /** Which mails may be sent and from when, in the order they are to go out. */
  readonly turns: readonly { readonly id: string; readonly at: number }[];
}

/** How the causes of mails begin that tell of a meeting brought back at the provider after its booking had ended. */
export const RECOVERED = 'recovered-';

/** Begins the cause of a mail about a meeting that has no time of day at its provider any more. */
export const TIMELESS = 'timeless-';

/** Begins the cause of the mail to a further guest whom the host removed. */
export const REMOVED = 'removed-';

/** The cause of a booking's first mails. */
export const FIRST = 'revision-1';

const TELL_CHANGES = new Set(
  ['pending', 'rescheduled', 'link_ready', 'changed_at_provider', 'reschedule_asked', 'proposed'].concat(PROPOSAL_ENDS),
);

/** Whether a mail tells how a booking has changed that its reader knows. A booking's end is not one: nothing follows it. */
export const tellsChange = ({ kind, cause }: Pick<OpenMail, 'kind' | 'cause'>): boolean =>
  TELL_CHANGES.has(kind) && cause !== FIRST;

/** A message that the mail server leaves without an answer for a day keeps its reader from no news any longer. */
const PATIENCE_MS = 86_400_000;

/**
 * Decides over a booking's open mails, oldest first. A mail that was never handed over and that the present has overtaken
 * is superseded: another one tells the final state, or the reader knows it. A mail with unknown outcome is sent again as it was, and no newer one
 * to the same reader before its fate is known: the reader's last mail tells the final state, also where a mail system
 * drops repeated Message-IDs or the first copy arrives late.
 */
export function decideOutbox(open: readonly OpenMail[], present: Present): OutboxDecision {
  const superseded = new Set(open.filter((mail) => isSuperseded(mail, open, present)).map(({ id }) => id));
  const left = open.filter(({ id }) => !superseded.has(id));
  const turns = left.filter((mail) => !left.some((other) => isAheadOf(other, mail)));
  return { superseded, turns: turns.map((mail) => ({ id: mail.id, at: turnOf(mail, present.toldTo(mail.reader)) })) };
}

function turnOf(mail: OpenMail, { nextChangeAt }: Told): number {
  return mail.handedOverAt === null && tellsChange(mail) ? Math.max(mail.notBefore, nextChangeAt) : mail.notBefore;
}

/** Whether `mail` has to wait until the fate of `other` is known. */
function isAheadOf(other: OpenMail, mail: OpenMail): boolean {
  if (other.reader !== mail.reader || other.handedOverAt === null) return false;
  return mail.handedOverAt === null || other.handedOverAt < mail.handedOverAt;
}

function isSuperseded(mail: OpenMail, open: readonly OpenMail[], present: Present): boolean {
  if (mail.handedOverAt !== null) return isGivenUp(mail, mail.handedOverAt, open, present);
  const mine = open.filter(({ reader, handedOverAt }) => reader === mail.reader && handedOverAt === null);
  return isNeedless(mail, present) || isOvertaken(mail, mine, present);
}

/** A mail with unknown outcome is not sent again where its reader no longer needs it. */
function isGivenUp(mail: OpenMail, handedOverAt: number, open: readonly OpenMail[], { now, status }: Present): boolean {
  if (mail.kind === 'follow_up') return handedOverAt + PATIENCE_MS <= now;
  if (status === 'completed') return !mail.cause.startsWith(RECOVERED);
  if (mail.kind === 'reminder' && startOf(mail) <= now) return true;
  return handedOverAt + PATIENCE_MS <= now && open.some((other) => other !== mail && isAheadOf(mail, other));
}

/** Further guests are told of an end, their own or the booking's, only if they know of the booking. */
function isNeedless({ kind, recipient, reader }: OpenMail, { toldTo }: Present): boolean {
  if (recipient !== 'further_guest') return false;
  const { knowsBooking, isRemoved } = toldTo(reader);
  return kind === 'cancelled' ? !knowsBooking : isRemoved;
}

function isOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  switch (present.status) {
    case 'cancelled':
    case 'declined':
    case 'expired':
      return mail.kind !== present.status && !mail.cause.startsWith(RECOVERED);
    case 'completed':
      return mail.kind === 'follow_up' ? !present.wantsFollowUp : !mail.cause.startsWith(RECOVERED);
    case 'pending':
      return mail.kind !== 'pending' || hasNewer(mail, mine, 'pending') || present.toldTo(mail.reader).knowsPresent;
    case 'confirmed':
      return isOvertakenWhileConfirmed(mail, mine, present);
  }
}

function isOvertakenWhileConfirmed(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  const has = (kind: string) => mine.some((other) => other.kind === kind);
  const { knowsPresent, proposedStartsAt } = present.toldTo(mail.reader);
  // Moved away and back, or moved before the confirmation went out: that says when it is, but not that the proposal, of
  // which its reader knows, has ended.
  const missesProposalEnd = proposedStartsAt !== null && present.proposedStartsAt === null;
  if (PROPOSAL_ENDS.includes(mail.kind)) return isProposalEndOvertaken(mail, mine, present);
  switch (mail.kind) {
    case 'proposed':
      return isProposalOvertaken(mail, mine, present);
    case 'pending':
      return true;
    case 'rescheduled':
      return (!missesProposalEnd && (knowsPresent || has('confirmed'))) || hasNewer(mail, mine, 'rescheduled');
    case 'link_ready':
      return knowsPresent || has('confirmed') || has('rescheduled') || hasNewer(mail, mine, 'link_ready');
    case 'changed_at_provider':
      return hasNewer(mail, mine, 'changed_at_provider');
    case 'reminder':
      return isReminderOvertaken(mail, mine, present);
    case 'reschedule_asked':
      return !present.asksToReschedule || hasNewer(mail, mine, 'reschedule_asked');
    case 'link_missing':
      return present.linkReady || has('confirmed');
    default:
      return false;
  }
}

/** A proposal is told while it waits for the host, once; and again where a move that comes before it ends the former one. */
function isProposalOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  const { proposedStartsAt } = present;
  const isPresent = proposedStartsAt !== null && proposedStartsAt === proposalIn(mail.cause);
  const isKnown = present.toldTo(mail.reader).proposedStartsAt === proposedStartsAt;
  const staysKnown = isKnown && !mine.some((one) => one.kind === 'rescheduled' && !isOvertaken(one, mine, present));
  return !isPresent || staysKnown || hasNewer(mail, mine, 'proposed');
}

/** A proposal's end is told to who knows of the proposal, unless the booking has moved or another time is proposed. */
function isProposalEndOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  if (present.proposedStartsAt !== null || present.toldTo(mail.reader).proposedStartsAt === null) return true;
  const newer = mine.slice(mine.indexOf(mail) + 1).map(({ kind }) => kind);
  return newer.some((kind) => kind === 'rescheduled' || PROPOSAL_ENDS.includes(kind));
}

/** Of reminders that could not be sent in time only the latest still says something, and none once the meeting has begun. */
function isReminderOvertaken(mail: OpenMail, mine: readonly OpenMail[], present: Present): boolean {
  if (startOf(mail) !== present.startsAt || present.startsAt <= present.now) return true;
  if (mail.recipient === 'guest' && !present.guestWantsReminders) return true;
  return mine.some(
    (other) => other.kind === 'reminder' && startOf(other) === present.startsAt && noticeOf(other) < noticeOf(mail),
  );
}

/** The cause of a reminder is `start+minutes`. */
const startOf = ({ cause }: OpenMail) => Number(cause.split('+')[0]);
const noticeOf = ({ cause }: OpenMail) => Number(cause.split('+')[1]);

function hasNewer(mail: OpenMail, mine: readonly OpenMail[], kind: string): boolean {
  return mine.slice(mine.indexOf(mail) + 1).some((other) => other.kind === kind);
}

import { decideOutbox, type OpenMail, type Told, tellsChange } from '#domain/outbox.ts';
import { proposalIn, TELL_PROPOSAL } from '#domain/proposal-mails.ts';
import { entryOf } from '#commands/bookings/calendar-entry.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import type { ConferenceView } from '#commands/bookings/conference-view.ts';
import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import { says } from '#messages/says.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { followUpOf } from './follow-up.ts';
import { readerOf } from './readers.ts';

export interface Turn {
  readonly mail: EmailDelivery;
  /** From when it may be sent, epoch milliseconds of the database's clock. */
  readonly at: number;
}

/** Supersedes what the present has overtaken among a booking's open mails; returns the others that may be sent, in order. */
export function decideMails(deps: ActivityDeps, facts: BookingFacts, shown: ConferenceView): Turn[] {
  const { booking, now } = facts;
  const open = facts.mails.filter(({ state }) => state === 'queued' || state === 'claimed').toSorted(asQueued);
  const { superseded, turns } = decideOutbox(open.map(asOpen), {
    now: now.getTime(),
    status: booking.status,
    startsAt: booking.startsAt.getTime(),
    proposedStartsAt: booking.proposedStartsAt?.getTime() ?? null,
    asksToReschedule: booking.rescheduleAskedAt != null,
    linkReady: shown.status === 'ready',
    guestWantsReminders: !booking.remindersUnsubscribedAt,
    wantsFollowUp: followUpOf(facts) !== null,
    toldTo: whatIsTold(deps, facts, shown),
  });
  for (const mail of open.filter(({ id }) => superseded.has(id))) {
    tellIfUndelivered(facts, mail);
    supersede(mail);
  }
  const byId = new Map(open.map((mail) => [mail.id, mail]));
  return turns.flatMap(({ id, at }) => {
    const mail = byId.get(id);
    return mail === undefined ? [] : [{ mail, at }];
  });
}

/** Kinds that tell time, link and status. */
const TELL_ENTRY = new Set(['confirmed', 'pending', 'rescheduled', 'link_ready']);

/** In the order in which they were queued, of one moment the guest's first. */
const asQueued = (one: EmailDelivery, other: EmailDelivery): number =>
  one.createdAt.getTime() - other.createdAt.getTime() ||
  one.recipient.localeCompare(other.recipient) ||
  one.id.localeCompare(other.id);

function whatIsTold({ config }: ActivityDeps, facts: BookingFacts, shown: ConferenceView) {
  const { booking, host, mails, furtherGuests } = facts;
  const entry = entryOf(booking, host, shown);
  const recent = newestFirst(mails.filter(({ state }) => state !== 'refused' && state !== 'superseded'));
  return (reader: string): Told => {
    const mine = recent.filter((mail) => readerOf(mail) === reader);
    const proposal = mine.find(({ kind }) => TELL_PROPOSAL.includes(kind));
    const change = mine.find(tellsChange)?.handedOverAt?.getTime();
    return {
      knowsPresent: mine.find(({ kind }) => TELL_ENTRY.has(kind))?.toldEntry === entry,
      proposedStartsAt: proposal?.kind === 'proposed' ? proposalIn(proposal.cause) : null,
      nextChangeAt: change === undefined ? 0 : change + config.CHANGE_MAIL_GAP_MS,
      knowsBooking: mine.length > 0,
      isRemoved: furtherGuests.some(({ id, removedAt }) => id === reader && removedAt),
    };
  };
}

/** The mails that a server may have got, the newest first. */
export function newestFirst(mails: readonly EmailDelivery[]): EmailDelivery[] {
  return mails.filter(({ handedOverAt }) => handedOverAt).toSorted((one, other) => givenAt(other) - givenAt(one));
}

const givenAt = ({ handedOverAt }: EmailDelivery): number => handedOverAt?.getTime() ?? 0;

/** Tells the host of a mail that we stopped sending: it may not have arrived. */
function tellIfUndelivered({ em, booking, now }: BookingFacts, mail: EmailDelivery) {
  const { handedOverAt, attempts, kind } = mail;
  const lost = booking.status === 'completed' && attempts > 0 && kind !== 'follow_up';
  if (!handedOverAt && !lost) return;
  const sentence = handedOverAt
    ? says('said.mail_unknown', { reader: mail.recipient })
    : says('said.mail_undelivered', { reader: mail.recipient });
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'mail_undelivered', sentence });
}

/** Another mail tells what this one would have told. */
export function supersede(mail: EmailDelivery): void {
  mail.state = 'superseded';
  mail.content = null;
  mail.claimToken = null;
  mail.claimedUntil = null;
}

function asOpen(mail: EmailDelivery): OpenMail {
  const { id, kind, cause, recipient, state, handedOverAt, claimedUntil, dueAt, retryAt } = mail;
  const wait = state === 'claimed' ? claimedUntil : dueAt;
  const notBefore = Math.max(wait?.getTime() ?? 0, retryAt?.getTime() ?? 0);
  const reader = readerOf(mail);
  return { id, kind, cause, recipient, reader, handedOverAt: handedOverAt?.getTime() ?? null, notBefore };
}

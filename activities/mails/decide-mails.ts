import { decideOutbox, type OpenMail, type Reader, type Told, tellsChange } from '#domain/outbox.ts';
import { proposalIn, TELL_PROPOSAL } from '#domain/proposal-mails.ts';
import { entryOf } from '#commands/bookings/calendar-entry.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import type { ConferenceView } from '#commands/bookings/conference-view.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';

export interface Turn {
  readonly mail: EmailDelivery;
  /** From when it may be sent, epoch milliseconds of the database's clock. */
  readonly at: number;
}

/**
 * Supersedes what the present has overtaken among a booking's open mails; returns the others that may be sent, in order.
 * To be called with the booking locked.
 */
export async function decideMails(
  em: Em,
  deps: ActivityDeps,
  booking: Booking,
  shown: ConferenceView,
  now: Date,
): Promise<Turn[]> {
  await em.flush();
  const open = await em.find(
    EmailDelivery,
    { booking: booking.id, state: { $in: ['queued', 'claimed'] } },
    { orderBy: { createdAt: 'asc', recipient: 'asc', id: 'asc' }, refresh: true },
  );
  const { superseded, turns } = decideOutbox(open.map(asOpen), {
    now: now.getTime(),
    status: booking.status,
    startsAt: booking.startsAt.getTime(),
    proposedStartsAt: booking.proposedStartsAt?.getTime() ?? null,
    linkReady: shown.status === 'ready',
    guestWantsReminders: !booking.remindersUnsubscribedAt,
    told: await loadTold(em, deps, booking, shown),
  });
  for (const mail of open.filter(({ id }) => superseded.has(id))) {
    tellIfUndelivered(em, booking, mail, now);
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

/** Of a booking with more mails than this, the older ones say nothing about what its readers know. */
const RECENT = 50;

async function loadTold(em: Em, { config }: ActivityDeps, booking: Booking, shown: ConferenceView) {
  const entry = await entryOf(em, booking, shown);
  const recent = await em.find(
    EmailDelivery,
    { booking: booking.id, handedOverAt: { $ne: null }, state: { $in: ['claimed', 'queued', 'sent'] } },
    { orderBy: { handedOverAt: 'desc' }, limit: RECENT },
  );
  const toldTo = (reader: Reader): Told => {
    const mine = recent.filter(({ recipient }) => recipient === reader);
    const proposal = mine.find(({ kind }) => TELL_PROPOSAL.includes(kind));
    const change = mine.find(tellsChange)?.handedOverAt?.getTime();
    return {
      knowsPresent: mine.find(({ kind }) => TELL_ENTRY.has(kind))?.toldEntry === entry,
      proposedStartsAt: proposal?.kind === 'proposed' ? proposalIn(proposal.cause) : null,
      nextChangeAt: change === undefined ? 0 : change + config.CHANGE_MAIL_GAP_MS,
    };
  };
  return { guest: toldTo('guest'), host: toldTo('host') };
}

/** Tells the host of a mail that we stopped sending: it may not have arrived. */
function tellIfUndelivered(em: Em, booking: Booking, { recipient, handedOverAt, attempts }: EmailDelivery, now: Date) {
  const lost = booking.status === 'completed' && attempts > 0;
  if (!handedOverAt && !lost) return;
  const text = handedOverAt
    ? `It is not known whether a mail to the ${recipient} arrived: the mail server never confirmed it.`
    : `A mail to the ${recipient} could not be delivered before the meeting was over.`;
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'mail_undelivered', text });
}

/** Another mail tells what this one would have told. */
export function supersede(mail: EmailDelivery): void {
  mail.state = 'superseded';
  mail.content = null;
  mail.claimToken = null;
  mail.claimedUntil = null;
}

function asOpen({
  id,
  kind,
  cause,
  recipient,
  state,
  handedOverAt,
  claimedUntil,
  dueAt,
  retryAt,
}: EmailDelivery): OpenMail {
  const wait = state === 'claimed' ? claimedUntil : dueAt;
  const notBefore = Math.max(wait?.getTime() ?? 0, retryAt?.getTime() ?? 0);
  return { id, kind, cause, recipient, handedOverAt: handedOverAt?.getTime() ?? null, notBefore };
}

import { LockMode } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { ActivityDeps } from '../deps.ts';
import { stopIfCancelled } from '../activity-result.ts';
import { type Claim, handOver, noteOutcome, type Outcome, wentTo, claimContent } from './hand-over.ts';
import { entryOf } from '#commands/bookings/calendar-entry.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { loadConferenceView } from '#commands/bookings/conference-view.ts';
import type { Em } from '#db/host-transaction.ts';
import type { RenderedMail } from '#mail/message.ts';
import { renderBookingMail } from '#mail/render.ts';
import { MailRefused } from '#mail/transport.ts';
import { type Composed, composeMail, renderOptions } from './compose-mail.ts';
import { decideMails } from './decide-mails.ts';
import { heldUntil } from './mailbox-budget.ts';

/**
 * Sends every queued mail of a booking that is due, one by one in order. Stops at the first that cannot be sent at present.
 * Returns what went to whom.
 */
export async function sendMails(deps: ActivityDeps, bookingId: string): Promise<string[]> {
  const went: string[] = [];
  for (;;) {
    stopIfCancelled();
    const claim = await claimMail(deps, bookingId);
    if (claim === null) return went;
    const outcome = await handOver(deps, claim);
    await store(deps, bookingId, claim, outcome);
    went.push(wentTo(claim.mail, outcome));
    if (outcome === 'not_taken' || outcome === 'unknown') return went;
  }
}

/** A sender whose lease ran out changes nothing: its successor knows better. */
async function store(deps: ActivityDeps, bookingId: string, { mail, isFirst }: Claim, outcome: Outcome) {
  await deps.orm.em.fork().transactional(async (em) => {
    const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const row = await em.findOne(EmailDelivery, { id: mail.id });
    if (booking === null || row === null || row.claimToken !== mail.claimToken) return;
    const now = await databaseTime(em);
    noteOutcome(deps, row, outcome, isFirst, now);
    if (outcome === 'refused') recordRefusal(em, booking, row, now);
  });
}

/**
 * Claims the first of a booking's mails that is due; null when none is. A claim is a lease: when it runs out, the mail is
 * handed over again as it is.
 */
export async function claimMail(deps: ActivityDeps, bookingId: string): Promise<Claim | null> {
  const leaseEnds = performance.now() + deps.config.MAIL_LEASE_MS;
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (booking === null || booking.erasedAt) return null;
    const now = await databaseTime(em);
    const shown = await loadConferenceView(em, deps, booking);
    for (const { mail, at } of await decideMails(em, deps, booking, shown, now)) {
      if (at > now.getTime()) continue;
      const wait = await heldUntil(em, deps.config, { mail, booking, now });
      if (wait !== null) {
        // Until then it is not due, and still takes up the news.
        mail.dueAt = wait;
        continue;
      }
      try {
        const write = () => writeBookingMail(em, deps, { mail, booking, shown });
        const claim = await claimContent(em, deps, { mail, now, leaseEnds }, write);
        if (claim !== null) return claim;
      } catch (error) {
        if (!(error instanceof MailRefused)) throw error;
        noteOutcome(deps, mail, 'refused', true, now);
        recordRefusal(em, booking, mail, now);
      }
    }
    return null;
  });
}

async function writeBookingMail(em: Em, deps: ActivityDeps, about: Composed): Promise<RenderedMail> {
  const { mail, booking, shown } = about;
  const rendered = renderBookingMail(await composeMail(em, deps, about), renderOptions(deps));
  mail.linkKey = shown.linkKey;
  mail.toldStartsAt = booking.startsAt;
  mail.toldEntry = await entryOf(em, booking, shown);
  mail.bringsEntry = rendered.ics?.method === 'REQUEST';
  return rendered;
}

/** The host is shown that a mail did not get through. */
export function recordRefusal(em: Em, booking: Booking, { recipient }: EmailDelivery, now: Date): void {
  const text = `The mail to the ${recipient} was rejected by the mail server.`;
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'mail_refused', text });
}

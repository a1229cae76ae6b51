import { LockMode } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { ActivityDeps } from '../deps.ts';
import { stopIfCancelled } from '../stop-if-cancelled.ts';
import { claimMail, recordRefusal } from './claim-mail.ts';
import { type Claim, handOver, noteOutcome, type Outcome, wentTo } from './hand-over.ts';

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

import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { supersededMails } from '#domain/outbox.ts';
import { loadShown, type Shown } from '#commands/shown.ts';
import { databaseTime } from '#db/database-time.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { ActivityDeps } from '../deps.ts';

export interface Claim {
  readonly mail: EmailDelivery;
  readonly booking: Booking;
  readonly shown: Shown;
}

/**
 * Supersedes what the present has overtaken and claims the oldest mail that is due; null when none is. A claim is a lease:
 * when it runs out, the mail is sent again with the same Message-ID.
 */
export async function claimMail(deps: ActivityDeps, bookingId: string): Promise<Claim | null> {
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (booking === null || booking.erasedAt) return null;
    const now = await databaseTime(em);
    const shown = await loadShown(em, deps, booking);
    const open = await em.find(
      EmailDelivery,
      { booking: bookingId, $or: [{ state: 'queued' }, { state: 'claimed', claimedUntil: { $lte: now } }] },
      { orderBy: { createdAt: 'asc', recipient: 'asc' } },
    );
    const superseded = supersededMails(open, {
      status: booking.status,
      startsAt: booking.startsAt.getTime(),
      hasBegun: booking.startsAt <= now,
      linkReady: shown.status === 'ready',
      guestWantsReminders: !booking.remindersUnsubscribedAt,
    });
    for (const mail of open) if (superseded.has(mail.id)) mail.state = 'superseded';
    const mail = open.find(
      ({ id, dueAt, retryAt }) => !superseded.has(id) && dueAt <= now && (!retryAt || retryAt <= now),
    );
    if (mail === undefined) return null;
    mail.state = 'claimed';
    mail.claimToken = randomUUID();
    mail.claimedUntil = new Date(now.getTime() + deps.config.MAIL_LEASE_MS);
    mail.attempts += 1;
    return { mail, booking, shown };
  });
}

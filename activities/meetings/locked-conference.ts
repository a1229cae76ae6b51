import { LockMode } from '@mikro-orm/postgresql';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';

/** Changes a meeting's row beside its booking, in one transaction, both locked, the booking first. */
export async function withLockedConference<T>(
  { orm }: Pick<ActivityDeps, 'orm'>,
  conferenceId: string,
  work: (em: Em, booking: Booking, row: Conference) => Promise<T>,
): Promise<T> {
  return orm.em.fork().transactional(async (em) => {
    const found = await em.findOneOrFail(Conference, { id: conferenceId });
    const booking = await em.findOneOrFail(Booking, { id: found.booking }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const row = await em.findOneOrFail(
      Conference,
      { id: conferenceId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    return work(em, booking, row);
  });
}

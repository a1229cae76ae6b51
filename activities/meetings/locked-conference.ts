import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readRow } from '#db/read-rows.ts';
import type { ActivityDeps } from '../deps.ts';

/** A booking that is to be planned within so many milliseconds anyway is not asked to be planned sooner. */
const SOON_MS = 60_000;

/**
 * Something about a meeting was stored: should its lane's end be lost, the sweep is to look at the booking. Where that is
 * to be planned within the minute anyway, its row is left alone.
 */
export function wakeSoon(booking: Booking, now: Date): void {
  if (!booking.nextWakeAt || booking.nextWakeAt.getTime() > now.getTime() + SOON_MS) booking.nextWakeAt = now;
}

/** Changes a meeting's row beside its booking, in one transaction, both locked, the booking first. */
export async function withLockedConference<T>(
  { orm }: Pick<ActivityDeps, 'orm'>,
  conferenceId: string,
  work: (em: Em, booking: Booking, row: Conference) => Promise<T>,
): Promise<T> {
  return orm.em.fork().transactional(async (em) => {
    const booking = await lock(em, 'bookings', 'id = (select booking_id from conferences where id = ?)', conferenceId);
    const row = await lock(em, 'conferences', 'id = ?', conferenceId);
    return work(em, readRow(em, Booking, booking), readRow(em, Conference, row));
  });
}

async function lock(em: Em, table: string, where: string, id: string): Promise<JsonRow> {
  const [found] = await em.execute<{ row: JsonRow }[]>(
    `select to_jsonb(t) as row from ${table} t where ${where} for update`,
    [id],
  );
  if (found === undefined) throw new Error('A meeting is gone');
  return found.row;
}

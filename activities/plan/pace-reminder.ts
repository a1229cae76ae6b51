import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';

/** Bookings woken within one second, of all hosts: what one worker on two processors does beside its other work. */
const WAKES_A_SECOND = 10;
/** A reminder may come late by a twelfth of its notice, and by this at most. */
const LATEST_MS = 5 * 60_000;

/**
 * When a booking wakes for a reminder due at `dueAt` (epoch ms): then, as long as few do. Thousands of meetings begin at
 * nine; their reminders take turns, a few a second, so that who books meanwhile does not wait behind them all.
 */
export async function pacedWake(em: Em, booking: Booking, dueAt: number): Promise<number> {
  const latest = dueAt + Math.min(LATEST_MS, (booking.startsAt.getTime() - dueAt) / 12);
  const known = booking.nextWakeAt?.getTime() ?? 0;
  // A turn once given is kept: every other time would restart the workflow's timer.
  if (known >= dueAt && known <= latest) return known;
  const rows = await em.execute<{ second: number; wakes: number }[]>(
    `select extract(epoch from date_trunc('second', next_wake_at - ?::timestamptz))::int as second, count(*)::int as wakes
       from bookings where next_wake_at >= ? and next_wake_at < ? and id <> ? group by 1`,
    [new Date(dueAt), new Date(dueAt), new Date(latest), booking.id],
  );
  const wakes = new Map(rows.map(({ second, wakes }) => [second, wakes]));
  const turns = Array.from({ length: Math.ceil((latest - dueAt) / 1_000) }, (_, second) => wakes.get(second) ?? 0);
  const free = turns.findIndex((taken) => taken < WAKES_A_SECOND);
  const turn = free === -1 ? turns.indexOf(Math.min(...turns)) : free;
  return dueAt + Math.max(0, turn) * 1_000;
}

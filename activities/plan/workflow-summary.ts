import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import type { BookingResult, StoryLine } from '#workflows/plan-types.ts';

/** So many lines tell the story of a booking; the whole of it is in its timeline. */
const MOST = 12;

/** What has been done for a booking and when, oldest first: kinds and times only. */
export async function loadRecentEvents(em: Em, bookingId: string): Promise<StoryLine[]> {
  const rows = await em.execute<{ at: number; what: string }[]>(
    `select (extract(epoch from at) * 1000)::float8 as at, what from (
       select at, replace(kind, '_', ' ') || ' (' || actor || ')' as what from booking_events where booking_id = ?
       union all
       select coalesce(sent_at, created_at), kind || ' → ' || recipient || ': ' || state from email_deliveries
        where booking_id = ? and state in ('sent', 'refused')
     ) lines order by at desc limit ?`,
    [bookingId, bookingId, MOST],
  );
  return rows.toReversed();
}

/** How a booking ended: its status, what became of its meeting, and its mails by their state. */
export async function loadResult(em: Em, { id, status }: Booking): Promise<BookingResult> {
  const [meeting] = await em.execute<{ state: string }[]>(
    'select state from conferences where booking_id = ? order by created_at desc limit 1',
    [id],
  );
  const mails = await em.execute<{ state: string; count: number }[]>(
    'select state, count(*)::int as count from email_deliveries where booking_id = ? group by state',
    [id],
  );
  return {
    status,
    conference: meeting?.state ?? 'none',
    mails: Object.fromEntries(mails.map(({ state, count }) => [state, count])),
  };
}

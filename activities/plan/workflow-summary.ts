import { BookingEvent } from '#db/entities/booking-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { addedRows } from '#db/tracked-rows.ts';
import type { BookingResult, StoryLine } from '#workflows/plan-types.ts';
import { type BookingFacts, STORY_LINES } from '../booking-facts.ts';

/** What has been done for a booking and when, oldest first, this transaction's lines among them: kinds and times only. */
export function recentEvents({ em, mails, events: read }: BookingFacts): StoryLine[] {
  const written = addedRows(em, BookingEvent);
  const events = [...new Map([...read, ...written].map((event) => [event.id, event])).values()];
  const lines = [
    ...events.map(({ at, kind, actor }) => ({ at: at.getTime(), what: `${kind.replaceAll('_', ' ')} (${actor})` })),
    ...mails
      .filter(({ state }) => state === 'sent' || state === 'refused')
      .map(({ sentAt, createdAt, kind, recipient, state }) => ({
        at: (sentAt ?? createdAt).getTime(),
        what: `${kind} → ${recipient}: ${state}`,
      })),
  ];
  return lines.toSorted((one, other) => one.at - other.at).slice(-STORY_LINES);
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

import { dueReminders, laterReminders } from '#domain/reminders.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Wake } from './next-wake.ts';

/** Bookings woken within one second, of all hosts: what one worker on two processors does beside its other work. */
const WAKES_A_SECOND = 10;
/** A reminder may come late by a twelfth of its notice, and by this at most. */
const LATEST_MS = 5 * 60_000;

/** Queues the reminders that are due at the booking's present time; returns when the others are. */
export async function enqueueReminders(em: Em, booking: Booking, now: Date): Promise<Wake[]> {
  const startsAt = booking.startsAt.getTime();
  const earlier = await em.find(EmailDelivery, { booking: booking.id, kind: 'reminder' }, { fields: ['cause'] });
  const prefix = `${startsAt}+`;
  const sent = earlier
    .filter(({ cause }) => cause.startsWith(prefix))
    .map(({ cause }) => Number(cause.slice(prefix.length)));
  const { send, nextDueAt } = dueReminders({
    startsAt,
    offsets: booking.reminderMinutes,
    scheduledAt: booking.scheduledAt.getTime(),
    now: now.getTime(),
    sent,
  });
  const to = booking.remindersUnsubscribedAt ? (['host'] as const) : (['guest', 'host'] as const);
  for (const offset of send) await enqueueMail(em, booking, { kind: 'reminder', cause: `${prefix}${offset}`, to, now });
  if (nextDueAt === null) return [];
  const at = await pacedWake(em, booking, nextDueAt);
  const wake = (dueAt: number, at = dueAt): Wake => ({
    at,
    reason: `reminder ${inWords(startsAt - dueAt)} before`,
    waitsFor: 'time',
  });
  return [
    wake(nextDueAt, at),
    ...laterReminders({ startsAt, offsets: booking.reminderMinutes }, nextDueAt).map((dueAt) => wake(dueAt)),
  ];
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes % 1_440 === 0) return `${minutes / 1_440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/**
 * When a booking wakes for a reminder due at `dueAt` (epoch ms): then, as long as few do. Thousands of meetings begin at
 * nine; their reminders take turns, a few a second, so that new bookings are not stuck behind the burst.
 */
async function pacedWake(em: Em, booking: Booking, dueAt: number): Promise<number> {
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

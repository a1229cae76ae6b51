import { dueReminders, laterReminders } from '#domain/reminders.ts';
import { enqueueMail, EVERYONE } from '#commands/bookings/enqueue-mail.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { Wake } from './next-wake.ts';

/** Queues the reminders that are due at the booking's present time; returns when the others are. */
export async function enqueueReminders({ em, booking, mails, now }: BookingFacts): Promise<Wake[]> {
  const startsAt = booking.startsAt.getTime();
  const prefix = `${startsAt}+`;
  const sent = mails
    .filter(({ kind, cause }) => kind === 'reminder' && cause.startsWith(prefix))
    .map(({ cause }) => Number(cause.slice(prefix.length)));
  const { send, nextDueAt } = dueReminders({
    startsAt,
    offsets: booking.reminderMinutes,
    scheduledAt: booking.scheduledAt.getTime(),
    now: now.getTime(),
    sent,
  });
  const to = booking.remindersUnsubscribedAt ? (['host', 'further_guest'] as const) : EVERYONE;
  for (const offset of send)
    mails.push(...(await enqueueMail(em, booking, { kind: 'reminder', cause: `${prefix}${offset}`, to, now })));
  if (nextDueAt === null) return [];
  const dueAts = [nextDueAt, ...laterReminders({ startsAt, offsets: booking.reminderMinutes }, nextDueAt)];
  return dueAts.map((dueAt) => ({
    at: dueAt,
    reason: `reminder ${inWords(startsAt - dueAt)} before`,
    waitsFor: 'time',
  }));
}

function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes % 1_440 === 0) return `${minutes / 1_440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

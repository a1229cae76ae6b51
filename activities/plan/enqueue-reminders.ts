import { dueReminders, laterReminders } from '#domain/reminders.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import { pacedWake } from './pace-reminder.ts';
import type { Wake } from './wake.ts';

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
    what: `reminder ${inWords(startsAt - dueAt)} before`,
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

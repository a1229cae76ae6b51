import type { ObservedBooking } from '../observed.ts';
import { rowOf } from './last-mails.ts';
import type { Rule } from './verdict.ts';

const MINUTE_MS = 60_000;
/** A due reminder is sent within this time, its turn of half a minute included, even if a fault struck when it fell due. */
const LATEST_MS = 50_000;

/** Once its time is past, each reader has had exactly one reminder. */
export const judgeReminders: Rule = ({ bookings, now }) =>
  bookings.flatMap((booking) => {
    const isDue = isReminded(booking, now);
    return (['guest', 'host'] as const).flatMap((reader) => {
      const rows = booking.inbox[reader].flatMap((mail) => rowOf(booking, mail) ?? []);
      const start = `${Date.parse(booking.row.starts_at)}+`;
      const reminders = new Set(rows.filter(({ kind, cause }) => kind === 'reminder' && cause.startsWith(start)));
      if (!isDue || reminders.size === 1) return [];
      const about = `${booking.guest.label}, to the ${reader}`;
      return [{ rule: 'reminders', about, expected: 'one reminder', seen: String(reminders.size) }];
    });
  });

function isReminded({ row, hostSees }: ObservedBooking, now: number): boolean {
  const [minutes] = row.reminder_minutes;
  if (minutes === undefined || !['confirmed', 'completed'].includes(hostSees.status)) return false;
  const dueAt = Date.parse(row.starts_at) - minutes * MINUTE_MS;
  return dueAt > Date.parse(row.scheduled_at) && dueAt + LATEST_MS < now;
}

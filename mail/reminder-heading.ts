import type { BookingMail } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { textsOf } from '#mail/texts.ts';
import { timeUntil } from '#mail/times.ts';

/** "Your meeting with Dana Demo starts in 1 hour". */
export function reminderHeading(mail: BookingMail, now: number): string {
  const t = textsOf(mail);
  const { other: name } = peopleOf(mail);
  const { unit, count } = timeUntil(mail.booking.startsAt, now);
  switch (unit) {
    case 'now':
      return t('reminder.now', { name });
    case 'minutes':
      return t('reminder.minutes', { name, count });
    case 'hours':
      return t('reminder.hours', { name, count });
    case 'days':
      return t('reminder.days', { name, count });
  }
}

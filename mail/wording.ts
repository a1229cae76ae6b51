import type { Wording } from '#mail/letter.ts';
import type { BookingMail, MailContext } from '#mail/message.ts';
import { guestWording } from '#mail/wording-for-guests.ts';
import { hostWording } from '#mail/wording-for-hosts.ts';

/** What this reader is told about this event of the booking. */
export const wordingOf = (mail: BookingMail, context: MailContext): Wording =>
  mail.reader === 'host' ? hostWording(mail, context) : guestWording(mail, context);

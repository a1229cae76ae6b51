import { cleanPersonName, cleanTitle } from '#domain/names.ts';
import { withoutIsolates } from '#mail/direction.ts';
import type { BookingMail } from '#mail/message.ts';
import { shortened } from '#mail/plain-words.ts';
import { textsOf } from '#mail/texts.ts';

const NAME_LENGTH = 60;
const TITLE_LENGTH = 80;

/** The people and the subject of a booking, as its reader knows them; fit for subjects and headings. */
export function peopleOf(mail: Pick<BookingMail, 'booking' | 'reader'>) {
  const { booking, reader } = mail;
  const t = textsOf(mail);
  const host = shownName(booking.hostName) || t('name.host');
  const guest = shownName(booking.guestName) || t('name.guest');
  const title = shortened(cleanTitle(booking.title), TITLE_LENGTH) || t('name.title');
  const other = reader === 'host' ? guest : host;
  return { host, guest, other, title, meeting: withoutIsolates(t('name.meeting', { title, name: other })) };
}

/** The guest who reads a mail; in a mail to the host the booking's guest. */
export const guestReaderOf = ({ booking, furtherGuest }: Pick<BookingMail, 'booking' | 'furtherGuest'>) =>
  furtherGuest ?? { name: booking.guestName, email: booking.guestEmail };

/** A person's name as mails show it, in their heads and texts; empty if it has no visible character. */
export const shownName = (name: string) => shortened(cleanPersonName(name), NAME_LENGTH);

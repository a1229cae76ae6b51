import type { BookingMail } from '#mail/message.ts';
import { oneLine, shortened } from '#mail/plain-words.ts';

const NAME_LENGTH = 60;
const TITLE_LENGTH = 80;

/** The people and the subject of a booking, as its reader knows them; fit for subjects and headings. */
export function peopleOf({ booking, reader }: Pick<BookingMail, 'booking' | 'reader'>) {
  const host = named(booking.hostName, 'Your host');
  const guest = named(booking.guestName, 'Your guest');
  const title = shortened(oneLine(booking.title), TITLE_LENGTH) || 'Meeting';
  const other = reader === 'host' ? guest : host;
  return { host, guest, other, title, meeting: `${title} with ${other}` };
}

const named = (name: string, fallback: string) => shortened(oneLine(name), NAME_LENGTH) || fallback;

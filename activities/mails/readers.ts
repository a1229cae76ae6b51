import type { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { FurtherGuest } from '#db/entities/further-guest.ts';
import type { BookingFacts } from '../booking-facts.ts';

type Addressed = Pick<EmailDelivery, 'recipient' | 'about'>;

/** Who gets a mail about a booking: `host`, `guest`, or the id of a further guest. */
export const readerOf = ({ recipient, about }: Addressed): string =>
  recipient === 'further_guest' ? about : recipient;

/** Everyone who gets mails about a booking, as their mails name them. */
export const readersOf = ({ booking, furtherGuests }: BookingFacts): readonly Addressed[] => [
  { recipient: 'guest', about: booking.id },
  { recipient: 'host', about: booking.id },
  ...furtherGuests
    .filter(({ removedAt }) => !removedAt)
    .map(({ id }) => ({ recipient: 'further_guest' as const, about: id })),
];

/** The further guest who gets a mail; null where it goes to another reader. */
export function furtherGuestOf({ furtherGuests }: BookingFacts, { recipient, about }: Addressed): FurtherGuest | null {
  if (recipient !== 'further_guest') return null;
  const found = furtherGuests.find(({ id }) => id === about);
  if (found === undefined) throw new Error('A mail to a further guest who is not there');
  return found;
}

/** The address a mail goes to. */
export function addressOf(facts: BookingFacts, mail: Addressed): string {
  if (mail.recipient === 'host') return facts.host.email;
  return furtherGuestOf(facts, mail)?.email ?? facts.booking.guestEmail;
}

import { LockMode } from '@mikro-orm/postgresql';
import type { Config } from '#config';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import { sha256 } from '#sha256';
import { type ConferenceView, loadConferenceView } from './conference-view.ts';

/** The UID of a booking in every calendar file of ours, by which calendar programs know it again. */
export const entryUid = ({ MAIL_FROM }: Pick<Config, 'MAIL_FROM'>, bookingId: string): string =>
  `booking-${bookingId}@${MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1)}`;

/**
 * Everything that a booking's calendar entry says, as a hash: it differs when anything of it does, the people's names and
 * the guest's link included. The same for every reader.
 */
export function entryOf(
  booking: Booking,
  host: Pick<User, 'name' | 'email'>,
  { joinUrl }: Pick<ConferenceView, 'joinUrl'>,
): string {
  const { status, startsAt, endsAt, title, location, guestName, guestEmail, guestPhone, linkVersion } = booking;
  const says = [
    [status, startsAt, endsAt, title, location.kind, location.value ?? null, joinUrl],
    [host.name, host.email, guestName, guestEmail, guestPhone ?? null, linkVersion],
  ];
  return sha256(JSON.stringify(says));
}

/**
 * SEQUENCE of a calendar file that says `entry` (see `entryOf`): higher than that of any file that said something else,
 * since Outlook ignores a change under a number it knows.
 */
export function sequenceOf({ numberedEntry, icsSequence }: Booking, entry: string): number {
  return typeof numberedEntry === 'string' && numberedEntry !== entry ? icsSequence + 1 : icsSequence;
}

/** The same, kept for the next file. To be called with the booking locked. */
export function numberEntry(booking: Booking, entry: string): number {
  booking.icsSequence = sequenceOf(booking, entry);
  booking.numberedEntry = entry;
  return booking.icsSequence;
}

/** A booking as a calendar file of this moment tells it, and the file's SEQUENCE. @throws NotFoundError */
export function numberCalendarFile(
  deps: CommandDeps,
  { bookingId }: { readonly bookingId: string },
): Promise<{ booking: Booking; conference: ConferenceView; sequence: number }> {
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await em.findOneOrFail(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const conference = await loadConferenceView(em, deps, booking);
    const host = await em.findOneOrFail(User, { id: booking.host });
    return { booking, conference, sequence: numberEntry(booking, entryOf(booking, host, conference)) };
  });
}

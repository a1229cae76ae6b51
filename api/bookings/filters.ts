import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Booking } from '#db/entities/booking.ts';
import { storedEmail } from '#domain/email-address.ts';
import { plusDays } from '#domain/slots/iso-date.ts';
import { startOfDay } from '#domain/slots/time-zone.ts';
import { says } from '#messages/says.ts';
import { invalid } from '../problem.ts';
import type { BookingsView, Narrowed } from './schema.ts';

/**
 * Which bookings a view shows: upcoming = confirmed or asking the host, and not over; pending = the host is asked, for the booking or for a
 * proposed time; past includes what is over but not yet completed.
 */
export function inView(view: BookingsView, now: Date): FilterQuery<Booking> {
  switch (view) {
    case 'upcoming':
      return {
        endsAt: { $gt: now },
        $or: [{ status: 'confirmed' }, { status: 'pending', holdEndsAt: { $gt: now } }],
      };
    case 'pending':
      return {
        holdEndsAt: { $gt: now },
        $or: [{ status: 'pending' }, { status: 'confirmed', proposedStartsAt: { $ne: null } }],
      };
    case 'past':
      return { $or: [{ status: 'completed' }, { status: 'confirmed', endsAt: { $lte: now } }] };
    case 'calendar':
      return {
        $or: [{ status: { $in: ['confirmed', 'completed'] } }, { status: 'pending', holdEndsAt: { $gt: now } }],
      };
    case 'cancelled':
      return {
        $or: [
          { status: { $in: ['cancelled', 'declined', 'expired'] } },
          { status: 'pending', holdEndsAt: { $lte: now } },
        ],
      };
  }
}

/** What comes next is shown first; what is over, last first. */
export const isAscending = (view: BookingsView) => view !== 'past' && view !== 'cancelled';

/** Bookings with these words, of this event type and in these dates. */
export function narrowedTo({ q, eventType, from, to, timeZone }: Narrowed): FilterQuery<Booking> {
  const begins = {
    ...(from !== undefined && { $gte: new Date(startOfDay(from, timeZone)) }),
    ...(to !== undefined && { $lt: new Date(startOfDay(plusDays(to, 1), timeZone)) }),
  };
  return {
    $and: [
      matching(q),
      eventType === undefined ? {} : { eventType },
      Object.keys(begins).length === 0 ? {} : { startsAt: begins },
    ],
  };
}

/** Bookings with these words in the guest's name or address, or in the title. */
function matching(words: string | undefined): FilterQuery<Booking> {
  const text = words?.trim();
  if (text === undefined || text === '') return {};
  return {
    $or: [
      { guestName: { $ilike: patternOf(text) } },
      { guestEmail: { $ilike: patternOf(storedEmail(text)) } },
      { title: { $ilike: patternOf(text) } },
    ],
  };
}

const patternOf = (text: string) => `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;

const SHAPE = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins: after this start and id. Opaque to clients. */
export const cursorAfter = ({ startsAt, id }: Pick<Booking, 'startsAt' | 'id'>) =>
  Buffer.from(`${startsAt.toISOString()}|${id}`).toString('base64url');

/** What comes after a cursor. @throws Problem `validation_failed` where it is not one of ours */
export function afterCursor(cursor: string | undefined, ascending: boolean): FilterQuery<Booking> {
  if (cursor === undefined) return {};
  const [, startsAt, id] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (startsAt === undefined || id === undefined || Number.isNaN(Date.parse(startsAt)))
    throw invalid('/cursor', says('said.bad_cursor'));
  const beyond = (value: Date | string) => (ascending ? { $gt: value } : { $lt: value });
  const start = new Date(startsAt);
  return { $or: [{ startsAt: beyond(start) }, { startsAt: start, id: beyond(id) }] } as FilterQuery<Booking>;
}

import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Booking } from '#db/entities/booking.ts';
import { invalid } from '../problem.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins: after this start and id. Opaque to clients. */
export const cursorAfter = ({ startsAt, id }: Pick<Booking, 'startsAt' | 'id'>) =>
  Buffer.from(`${startsAt.toISOString()}|${id}`).toString('base64url');

/** What comes after a cursor. @throws Problem `validation_failed` where it is none of ours */
export function after(cursor: string | undefined, ascending: boolean): FilterQuery<Booking> {
  if (cursor === undefined) return {};
  const [, startsAt, id] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (startsAt === undefined || id === undefined || Number.isNaN(Date.parse(startsAt)))
    throw invalid('/cursor', 'This is no cursor of ours.');
  const beyond = (value: Date | string) => (ascending ? { $gt: value } : { $lt: value });
  const start = new Date(startsAt);
  return { $or: [{ startsAt: beyond(start) }, { startsAt: start, id: beyond(id) }] } as FilterQuery<Booking>;
}

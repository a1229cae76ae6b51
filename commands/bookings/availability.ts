import { NotFoundError } from '@mikro-orm/postgresql';
import { type BusyBlock, LEAST_INTERVAL_MINUTES, type AvailabilityQuery } from '#domain/slots/types.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow } from '#db/read-rows.ts';
import { loadHours } from '#commands/hosts/hours.ts';
import { minutesOf } from './booking-times.ts';
import { loadLimits } from './limits.ts';

interface Range {
  readonly from: Date;
  readonly to: Date;
  /**
   * The booking that is to be moved: its own slot never blocks it, and it keeps the length and the buffers it was
   * booked with, even if its event type has changed since.
   */
  readonly moving?: Booking | undefined;
}

/** What the times of an event type depend on besides itself and what is booked. */
export interface Around {
  readonly schedule: Readonly<Schedule>;
  readonly host: Readonly<User>;
}

/** Times as epoch milliseconds: raw queries hand timestamps over as text. */
interface BlockRow {
  readonly source: 'booking' | 'calendar';
  readonly starts: number;
  readonly ends: number;
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
}

const EPOCH_MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** Longest buffers on both sides plus the longest meeting, with room for a change of zone. */
const MARGIN_MS = 4 * 86_400_000;

/**
 * Everything `domain/slots` needs to offer or to judge times of an event type, in as many queries for a range of any
 * length; calendars block as they were last read. A time proposed for a booking blocks like the booking's own. Holds that
 * have run out block nothing, even before their own transaction has come; the buffer after a meeting blocks although its
 * booking is over.
 * @param around where it has been read already
 * @throws NotFoundError when the schedule is gone
 */
export async function loadAvailability(
  em: Em,
  eventType: EventType,
  { from, to, moving }: Range,
  now: Date,
  around?: Around,
): Promise<AvailabilityQuery> {
  const { schedule, host: owner } = around ?? (await readAround(em, eventType));
  const wide = [new Date(from.getTime() - MARGIN_MS), new Date(to.getTime() + MARGIN_MS)];
  const except = moving?.id ?? null;
  const { host } = eventType;
  const rows = await em.execute<BlockRow[]>(
    `select 'booking' as source, ${EPOCH_MS('starts')} as starts, ${EPOCH_MS('ends')} as ends, buffer_before_minutes, buffer_after_minutes
       from bookings cross join lateral (values
         (starts_at, ends_at, status = 'confirmed' or hold_ends_at > ?),
         (proposed_starts_at, proposed_starts_at + (ends_at - starts_at), hold_ends_at > ?)) as held (starts, ends, is_held)
      where host_id = ? and status in ('pending', 'confirmed') and blocked && tstzrange(?, ?)
        and starts is not null and is_held and (?::uuid is null or id <> ?::uuid)
     union all
     select 'booking', ${EPOCH_MS('starts_at')}, ${EPOCH_MS('ends_at')}, buffer_before_minutes, buffer_after_minutes
       from bookings where host_id = ? and status = 'completed' and starts_at > ? and blocked_until > ?
     union all
     select 'calendar', ${EPOCH_MS('starts_at')}, ${EPOCH_MS('ends_at')}, 0, 0 from busy_times
      where host_id = ? and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
     union all
     select 'calendar', coalesce(${EPOCH_MS('known_until')}, 0), ${EPOCH_MS(`'9999-01-01'::timestamptz`)}, 0, 0
       from calendars where host_id = ?`,
    [now, now, host, ...wide, except, except, host, new Date(now.getTime() - MARGIN_MS), now, host, ...wide, host],
  );
  const limits = await loadLimits(em, eventType, owner, { from, to, timeZone: schedule.timeZone, now, except });
  return {
    schedule: await loadHours(schedule, owner, { from, to }),
    rules: {
      ...lengthOf(moving ?? eventType),
      slotIntervalMinutes: intervalOf(eventType),
      minimumNoticeMinutes: eventType.minimumNoticeMinutes,
      bookingWindow: eventType.bookingWindow,
    },
    busy: rows.filter(({ source }) => source === 'booking').map(blockOf),
    calendar: rows
      .filter(({ source }) => source === 'calendar')
      .map(({ starts, ends }) => ({ from: starts, to: ends })),
    limits,
    range: { from: from.getTime(), to: to.getTime() },
    now: now.getTime(),
  };
}

async function readAround(em: Em, { schedule: id }: EventType): Promise<Around> {
  const [found] = await em.execute<Record<keyof Around, JsonRow>[]>(
    'select to_json(s) as schedule, to_json(u) as host from schedules s join users u on u.id = s.host_id where s.id = ?',
    [id],
  );
  if (found === undefined) throw new NotFoundError('The schedule is gone');
  return { schedule: readPlainRow(em, Schedule, found.schedule), host: readPlainRow(em, User, found.host) };
}

/** Minutes from one start time to the next; types of former times may have shorter ones than can be chosen now. */
export const intervalOf = ({ slotIntervalMinutes, durationMinutes }: Rules): number =>
  Math.max(LEAST_INTERVAL_MINUTES, slotIntervalMinutes ?? durationMinutes);

type Rules = Pick<EventType, 'slotIntervalMinutes' | 'durationMinutes'>;

function lengthOf(rules: Booking | EventType) {
  const { bufferBeforeMinutes, bufferAfterMinutes } = rules;
  const durationMinutes = 'durationMinutes' in rules ? rules.durationMinutes : minutesOf(rules);
  return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes };
}

function blockOf(row: BlockRow): BusyBlock {
  return {
    startsAt: row.starts,
    endsAt: row.ends,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
  };
}

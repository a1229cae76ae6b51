import { periodAround } from '#domain/slots/periods.ts';
import type { BookingLimit, Periods, Refusal } from '#domain/slots/types.ts';
import { DAY } from '#domain/slots/units.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';

type Limited = Pick<EventType, 'maxPerDay' | 'maxPerWeek' | 'maxPerMonth'>;
type Limit = Omit<BookingLimit, 'starts'>;
type Names = Readonly<Record<Periods['per'], Refusal>>;

const OF_TYPE: Names = { day: 'limit', week: 'week_limit', month: 'month_limit' };
const OF_HOST: Names = { day: 'host_day_limit', week: 'host_week_limit', month: 'host_month_limit' };

const MONDAY = 1;

/** How far from an instant its period reaches at most, milliseconds. */
const REACH: Readonly<Record<Periods['per'], number>> = { day: 2 * DAY, week: 8 * DAY, month: 32 * DAY };

interface Asked {
  readonly from: Date;
  readonly to: Date;
  /** Zone of the event type's schedule, whose limits are of its days; limits of the host are of the host's own zone. */
  readonly timeZone: string;
  readonly now: Date;
  /** The booking that is to be moved, which takes no place of its own. */
  readonly except: string | null;
}

/** The limits on bookings of the event type and on all of its host's, each with what counts against it around a range. */
export async function loadLimits(
  em: Em,
  eventType: EventType,
  host: Readonly<User>,
  asked: Asked,
): Promise<BookingLimit[]> {
  const weekStart = weekStartOfLimits(host);
  const ofType = limitsOf(eventType, OF_TYPE, { weekStart, timeZone: asked.timeZone });
  const ofHost = limitsOf(host, OF_HOST, { weekStart, timeZone: host.timeZone });
  const limits = [...ofType, ...ofHost];
  if (limits.length === 0) return [];
  const reach = Math.max(...limits.map(({ per }) => REACH[per]));
  const counted = await loadCounted(em, eventType, ofHost.length > 0, reach, asked);
  const ownOnly = counted.filter(({ is_own }) => is_own);
  return limits.map((limit) => ({
    ...limit,
    starts: (ofHost.includes(limit) ? counted : ownOnly).flatMap((row) => startsOf(row, limit)),
  }));
}

/** Monday, unless the host chose another: what the browser says changes with the host's device. */
const weekStartOfLimits = ({ weekStart, writingChosen }: User) =>
  writingChosen?.includes('weekStart') ? weekStart : MONDAY;

function limitsOf(
  { maxPerDay, maxPerWeek, maxPerMonth }: Limited,
  names: Names,
  rest: Pick<Periods, 'timeZone' | 'weekStart'>,
): Limit[] {
  const all = [
    ['day', maxPerDay],
    ['week', maxPerWeek],
    ['month', maxPerMonth],
  ] as const;
  return all.flatMap(([per, most]) => (most == null ? [] : [{ per, most, refusal: names[per], ...rest }]));
}

/** Epoch milliseconds. */
interface CountedRow {
  readonly is_own: boolean;
  readonly starts: number;
  readonly proposed: number | null;
}

/** A booking that is to move to another period counts in both, else once. */
function startsOf({ starts, proposed }: CountedRow, periods: Periods): number[] {
  const isElsewhere = proposed !== null && periodAround(starts, periods).from !== periodAround(proposed, periods).from;
  return isElsewhere ? [starts, proposed] : [starts];
}

const EPOCH_MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

function loadCounted(
  em: Em,
  { id, host }: EventType,
  isOfHost: boolean,
  reach: number,
  { from, to, now, except }: Asked,
): Promise<CountedRow[]> {
  const around = [new Date(from.getTime() - reach), new Date(to.getTime() + reach)];
  return em.execute<CountedRow[]>(
    `select event_type_id = ? as is_own, ${EPOCH_MS('starts_at')} as starts,
            case when hold_ends_at > ? then ${EPOCH_MS('proposed_starts_at')} end as proposed from bookings
      where ${isOfHost ? 'host_id' : 'event_type_id'} = ? and (?::uuid is null or id <> ?::uuid)
        and ((status in ('pending', 'confirmed', 'completed') and starts_at >= ? and starts_at < ?)
          or (status = 'confirmed' and proposed_starts_at >= ? and proposed_starts_at < ?))
        and (status <> 'pending' or hold_ends_at > ?)`,
    [id, now, isOfHost ? host : id, except, except, ...around, ...around, now],
  );
}

/**
 * When a host is available: wall-clock hours in one time zone. Times are `HH:MM`; `24:00` is the end of the day, and
 * `26:00` is 02:00 of the next. Hours that a host typed as 22:00 to 02:00 are written so by `writePastMidnight` before
 * slots are asked for: here an end before its start has no hours.
 */
export interface Schedule {
  readonly timeZone: string;
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  readonly weekly: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
  /** Replace the weekly hours of one local date; no intervals means unavailable. */
  readonly overrides: readonly {
    readonly date: string;
    readonly intervals: readonly (readonly [string, string])[];
  }[];
  /** Ranges of local dates, both included, that do not overlap: hours that begin on one of them are in its time zone. */
  readonly trips?: readonly Trip[];
  /** Local dates of public holidays, which are not offered unless there is an override of the date. */
  readonly holidays?: readonly string[];
}

export interface Trip {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** How far ahead guests may book, in the host's local dates: today and the `days` following, or `from` to `to` inclusive. */
export type BookingWindow =
  | { readonly kind: 'rolling'; readonly days: number }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

/** Shorter intervals would make answers too large to be useful. */
export const LEAST_INTERVAL_MINUTES = 5;

export interface SlotRules {
  readonly durationMinutes: number;
  /** Null: the duration. */
  readonly slotIntervalMinutes: number | null;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** A slot exactly this long after now is offered. */
  readonly minimumNoticeMinutes: number;
  readonly bookingWindow: BookingWindow;
}

/** Local days, weeks that begin with an ISO weekday, or calendar months of a time zone. */
export interface Periods {
  readonly per: 'day' | 'week' | 'month';
  readonly timeZone: string;
  /** 1 = Monday … 7 = Sunday; of no matter where `per` is no week. */
  readonly weekStart: number;
}

/** At most so many bookings in each period. */
export interface BookingLimit extends Periods {
  readonly most: number;
  /** Starts of the bookings that count, epoch milliseconds. */
  readonly starts: readonly number[];
  /** How a time is refused that falls in a full period. */
  readonly refusal: Refusal;
}

/** A meeting that takes the host's time, in epoch milliseconds, with the buffers it was booked with. */
export interface BusyBlock {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** Everything that decides which times are offered. Instants are epoch milliseconds. */
export interface AvailabilityQuery {
  readonly schedule: Schedule;
  readonly rules: SlotRules;
  readonly busy: readonly BusyBlock[];
  /** When the host's own calendars say that the host is busy, or do not tell. */
  readonly calendar: readonly Interval[];
  /** The first that a time would exceed refuses it. */
  readonly limits: readonly BookingLimit[];
  /** Which starts are asked for; it never moves the grid. */
  readonly range: Interval;
  readonly now: number;
}

/** Half-open, `from` included and `to` not, in epoch milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Why a time is not offered. `booked` hits a meeting itself, `holiday` a public holiday that the host takes, `busy` an
 * entry of the host's own calendar, `buffer` only the time around a meeting or an entry. `limit` is the event type's for a day; those of `host_` are for all of the host's event types.
 */
export const REFUSALS = [
  'outside_hours',
  'booked',
  'holiday',
  'busy',
  'buffer',
  'notice',
  'window',
  'limit',
  'week_limit',
  'month_limit',
  'host_day_limit',
  'host_week_limit',
  'host_month_limit',
] as const;
export type Refusal = (typeof REFUSALS)[number];

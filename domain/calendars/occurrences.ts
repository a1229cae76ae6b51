import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Interval } from '../slots/types.ts';
import { DAY } from '../slots/units.ts';
import { type Entry, instantOf, type Moment, type Rule } from './entry.ts';
import { icalTime } from './zones.ts';

/** A calendar with more entries in a window than any person has: it is not read. */
export class TooManyEntries extends Error {
  override readonly name = 'TooManyEntries';
}

/** How much one file may ask of us. */
export interface Budget {
  /** Counts one occurrence in the window. @throws TooManyEntries */
  occurrence(): void;
  /** Counts one step of a rule, inside the window or before it. @throws TooManyEntries */
  step(): void;
}

/** A budget of so many occurrences, and four times as many steps to get to them. */
export function budgetOf(most: number): Budget {
  const left = { occurrences: most, steps: most * 4 };
  const take = (what: keyof typeof left) => {
    left[what] -= 1;
    if (left[what] < 0) throw new TooManyEntries();
  };
  return { occurrence: () => take('occurrences'), step: () => take('steps') };
}

/**
 * When an entry takes place within a window (epoch milliseconds): its start, its repetitions and added dates, without
 * those that are excepted or that another entry of its series `replaces`.
 * @throws TooManyEntries; Error where a rule cannot be read
 */
export function occurrencesOf(entry: Entry, replaced: readonly Moment[], window: Interval, budget: Budget): Interval[] {
  const without = [...entry.notOn, ...replaced];
  const instants = new Set(without.filter(({ isDate }) => !isDate).map(instantOf));
  const dates = new Set(without.filter(({ isDate }) => isDate).map(({ wall }) => wall.toPlainDate().toString()));
  const found = new Map<number, Interval>();
  const add = (start: Moment) => {
    const occurrence = { from: instantOf(start), to: endOf(entry, start) };
    if (occurrence.to <= window.from || occurrence.from >= window.to) return;
    if (instants.has(occurrence.from) || dates.has(start.wall.toPlainDate().toString())) return;
    if (found.has(occurrence.from)) return;
    budget.occurrence();
    found.set(occurrence.from, occurrence);
  };
  add(entry.start);
  for (const moment of entry.alsoOn) add(moment);
  for (const rule of entry.rules)
    for (const wall of repetitions(entry, rule, window, budget)) add({ ...entry.start, wall });
  return [...found.values()];
}

function endOf({ length }: Entry, start: Moment): number {
  return 'ms' in length ? instantOf(start) + length.ms : instantOf({ ...start, wall: start.wall.add(length.wall) });
}

/**
 * The wall times of a rule that can fall into the window. ical.js counts wall times alone, and zones are ours; wall times
 * are compared as if they were UTC.
 */
function* repetitions(entry: Entry, given: Rule, window: Interval, budget: Budget): Generator<Temporal.PlainDateTime> {
  const { start } = entry;
  const { until, ...others } = given;
  const rule = ICAL.Recur.fromData(others);
  const reach = lengthMs(entry) + 2 * DAY;
  const first = asNumber(start.zone.wallAt(window.from)) - reach;
  const last = Math.min(
    asNumber(start.zone.wallAt(window.to)),
    until === undefined ? Infinity : asNumber(lastOf(until, start)),
  );
  const iterator = rule.iterator(icalTime(startNear(start.wall, rule, first), start.isDate));
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    budget.step();
    const at = asNumber(next);
    if (at > last) return;
    const { year, month, day, hour, minute, second } = next;
    if (at >= first) yield new Temporal.PlainDateTime(year, month, day, hour, minute, second);
  }
}

type WallFields = Pick<ICAL.Time, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>;

const asNumber = ({ year, month, day, hour, minute, second }: WallFields): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

const lengthMs = ({ length, start }: Entry): number =>
  'ms' in length ? length.ms : length.wall.total({ unit: 'milliseconds', relativeTo: start.wall });

/** The wall time of the last repetition; a date without a time means all of that day. */
function lastOf(until: string, { zone }: Moment): Temporal.PlainDateTime {
  if (!until.includes('T')) return Temporal.PlainDate.from(until).toPlainDateTime('23:59:59');
  if (until.endsWith('Z')) return zone.wallAt(Date.parse(until));
  return Temporal.PlainDateTime.from(until);
}

/** Frequencies whose periods are all of one length on the wall clock, which can be skipped without counting them. */
const PERIOD_SECONDS: Readonly<Record<string, number>> = {
  SECONDLY: 1,
  MINUTELY: 60,
  HOURLY: 3_600,
  DAILY: 86_400,
  WEEKLY: 604_800,
};

/** A start of the same series just before the window: its own where repetitions are numbered, or of months or years. */
function startNear(start: Temporal.PlainDateTime, rule: ICAL.Recur, first: number): Temporal.PlainDateTime {
  const period = PERIOD_SECONDS[rule.freq];
  if (period === undefined || rule.count) return start;
  const whole = period * rule.interval;
  // Two periods early: the first of them is cut by the start.
  const periods = Math.floor((first - asNumber(start)) / 1_000 / whole) - 2;
  return periods > 0 ? start.add({ seconds: periods * whole }) : start;
}

import type { Crowds } from './crowds.ts';
import type { Load } from './load.ts';
import { percentile } from './measure.ts';
import type { References } from './references.ts';
import type { Reminded } from './reminders.ts';

/** One figure that we set ourselves a goal for. */
export interface Goal {
  readonly what: string;
  readonly now: number;
  /** The same of what it is compared with; null where there is nothing. */
  readonly reference: number | null;
  readonly wanted: string;
  readonly isMet: boolean;
}

interface Figures {
  readonly crowds: Crowds;
  /** A month of slots, asked for as fast as one process answers. */
  readonly slots: Load;
  readonly references: References;
}

/** Milliseconds that a no-op took of its worker and client when the goals were set. */
const NOOP_THEN = 28;

/** The goals that `docs/performance.md` explains, with what this run has measured. */
export function goalsOf({ crowds, slots, references }: Figures): Goal[] {
  const { calm, tooMany, beside, noops } = crowds;
  const { rules } = references;
  const { cost } = calm;
  // In parts of a no-op too: machines differ, and one from hour to hour.
  const cpu = (part: string, ms: number, most: number) => [
    atMost(`CPU ms a booking: ${part}`, ms, most, noops.cpu.worker),
    atMost('  in % of what a no-op takes', (100 * ms) / noops.cpu.worker, Math.round((100 * most) / NOOP_THEN)),
  ];
  return [
    atMost('statements for a booking', cost.statements, 60),
    ...cpu('worker', cost.worker, 45),
    ...cpu('API', cost.api, 10),
    ...cpu('Postgres', cost.postgres, 12),
    { what: 'CPU ms a booking: Temporal', now: cost.temporal, reference: noops.cpu.temporal, wanted: '', isMet: true },
    atLeast('bookings a second, linked and both mailed', tooMany.rate, 0.65 * noops.rate, noops.rate),
    atMost('both mails at 5 a second, p50 ms', percentile(calm.mailed, 0.5), 250, percentile(noops.times, 0.5)),
    atMost('both mails at 5 a second, p95 ms', percentile(calm.mailed, 0.95), 500, percentile(noops.times, 0.95)),
    atMost('answer of a booking at 20 a second, p99 ms', percentile(tooMany.answers, 0.99), 300),
    atLeast('a month of slots, answers a second', slots.rate, 1_000, references.koa.flood.rate),
    atMost(
      'a month of slots while others book, p99 ms',
      percentile(beside.times, 0.99),
      60,
      percentile(references.koa.offered.times, 0.99),
    ),
    atMost('slot rules, 31 days with 500 meetings, µs', rules.month, 40, rules.least),
  ];
}

/** Those of thousands of reminders that fall due in one minute. */
export function reminderGoals({ seconds, twice }: Reminded): Goal[] {
  return [
    atMost('reminders of one minute: 95 % out, s', percentile(seconds, 0.95), 60),
    atMost('  too early', seconds.filter((after) => after < 0).length, 0),
    atMost('  twice, one of two workers killed', twice, 0),
  ];
}

const atMost = (what: string, now: number, most: number, reference: number | null = null): Goal => ({
  what,
  now,
  reference,
  wanted: `≤ ${most}`,
  isMet: now <= most,
});

const atLeast = (what: string, now: number, least: number, reference: number): Goal => ({
  what,
  now,
  reference,
  wanted: `≥ ${least.toFixed(0)}`,
  isMet: now >= least,
});

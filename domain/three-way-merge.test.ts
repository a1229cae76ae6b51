import { describe, expect, test } from 'vitest';
import { mergeTimes, type MergeInput, type MergeResult } from './three-way-merge.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 11, 1, 9);
const TIMES = {
  A: { startsAt: START, endsAt: START + HOUR },
  B: { startsAt: START + HOUR, endsAt: START + 2 * HOUR },
  // Differs from A in its end alone.
  C: { startsAt: START, endsAt: START + 2 * HOUR },
  '-': null,
};
type Letter = 'A' | 'B' | 'C';
type Row = readonly [base: Letter | '-', ours: Letter, theirs: Letter, tolerated: Letter | '-', MergeResult];

// base, ours and theirs in every pattern of equal and different; tolerated is nothing, theirs, or something else.
const TABLE: readonly Row[] = [
  ['A', 'A', 'A', '-', 'in_step'],
  ['A', 'A', 'A', 'B', 'in_step'],
  ['A', 'A', 'A', 'A', 'in_step'],
  ['A', 'A', 'B', '-', 'moved_at_provider'],
  ['A', 'A', 'B', 'C', 'moved_at_provider'],
  ['A', 'A', 'B', 'A', 'moved_at_provider'],
  ['A', 'A', 'B', 'B', 'already_told'],
  ['A', 'A', 'C', '-', 'moved_at_provider'],
  ['A', 'A', 'C', 'C', 'already_told'],
  ['A', 'B', 'A', '-', 'push_ours'],
  ['A', 'B', 'A', 'A', 'push_ours'],
  ['A', 'B', 'A', 'C', 'push_ours'],
  ['A', 'C', 'A', '-', 'push_ours'],
  ['A', 'B', 'B', '-', 'in_step'],
  ['A', 'B', 'B', 'B', 'in_step'],
  ['A', 'B', 'C', '-', 'push_ours'],
  ['A', 'B', 'C', 'C', 'push_ours'],
  ['A', 'B', 'C', 'A', 'push_ours'],
  ['-', 'A', 'A', '-', 'in_step'],
  ['-', 'A', 'A', 'A', 'in_step'],
  ['-', 'A', 'B', '-', 'push_ours'],
  ['-', 'A', 'B', 'B', 'push_ours'],
];

const quiet = { writeOutstanding: false, meetingStarted: false, bookingOver: false };
const input = ([base, ours, theirs, tolerated]: Row): MergeInput => ({
  base: TIMES[base],
  ours: TIMES[ours],
  theirs: TIMES[theirs],
  tolerated: TIMES[tolerated],
  ...quiet,
});

describe('base, ours, theirs, tolerated', () => {
  test.each(TABLE)('%s %s %s %s → %s', (...row) => {
    expect(mergeTimes(input(row))).toBe(row[4]);
  });

  test.each(['writeOutstanding', 'meetingStarted', 'bookingOver'])('nothing is acted on with %s', (reason) => {
    for (const row of TABLE) expect(mergeTimes({ ...input(row), [reason]: true })).toBe('ignore');
  });

  test('parts of a second make no difference, a second does', () => {
    const ours = { startsAt: START + 999, endsAt: START + HOUR + 1 };
    const late = { startsAt: START + 1000, endsAt: START + HOUR };
    expect(mergeTimes({ base: TIMES.A, ours, theirs: TIMES.A, tolerated: null, ...quiet })).toBe('in_step');
    expect(mergeTimes({ base: TIMES.A, ours, theirs: late, tolerated: null, ...quiet })).toBe('moved_at_provider');
  });
});

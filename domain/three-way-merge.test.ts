import { expect, test } from 'vitest';
import { movedAtProvider } from './three-way-merge.ts';

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
type Row = readonly [base: Letter | '-', ours: Letter, theirs: Letter, tolerated: Letter | '-', string];

// base, ours and theirs in every pattern of equal and different; tolerated is nothing, theirs, or something else.
const TABLE: readonly Row[] = [
  ['A', 'A', 'A', '-', 'in step'],
  ['A', 'A', 'A', 'B', 'in step'],
  ['A', 'A', 'A', 'A', 'in step'],
  ['A', 'A', 'B', '-', 'moved at the provider'],
  ['A', 'A', 'B', 'C', 'moved at the provider'],
  ['A', 'A', 'B', 'A', 'moved at the provider'],
  ['A', 'A', 'B', 'B', 'already told'],
  ['A', 'A', 'C', '-', 'moved at the provider'],
  ['A', 'A', 'C', 'C', 'already told'],
  ['A', 'B', 'A', '-', 'ours wins'],
  ['A', 'B', 'A', 'A', 'ours wins'],
  ['A', 'B', 'A', 'C', 'ours wins'],
  ['A', 'C', 'A', '-', 'ours wins'],
  ['A', 'B', 'B', '-', 'in step'],
  ['A', 'B', 'B', 'B', 'in step'],
  ['A', 'B', 'C', '-', 'ours wins'],
  ['A', 'B', 'C', 'C', 'ours wins'],
  ['A', 'B', 'C', 'A', 'ours wins'],
  ['-', 'A', 'A', '-', 'in step'],
  ['-', 'A', 'A', 'A', 'in step'],
  ['-', 'A', 'B', '-', 'ours wins'],
  ['-', 'A', 'B', 'B', 'ours wins'],
];

test.each(TABLE)('base %s, ours %s, theirs %s, tolerated %s: %s', (base, ours, theirs, tolerated, verdict) => {
  const input = { base: TIMES[base], ours: TIMES[ours], theirs: TIMES[theirs], tolerated: TIMES[tolerated] };
  expect(movedAtProvider(input)).toBe(verdict === 'moved at the provider');
});

test('parts of a second make no difference, a second does', () => {
  const ours = { startsAt: START + 999, endsAt: START + HOUR + 1 };
  const late = { startsAt: START + 1000, endsAt: START + HOUR };
  expect(movedAtProvider({ base: TIMES.A, ours, theirs: TIMES.A, tolerated: null })).toBe(false);
  expect(movedAtProvider({ base: TIMES.A, ours, theirs: late, tolerated: null })).toBe(true);
});

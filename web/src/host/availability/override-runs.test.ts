import { expect, test } from 'vitest';
import { datesBetween, runsOf } from './override-runs.ts';

const away = (date: string) => ({ date, intervals: [] });

test('days in a row that are alike are one run, others stand alone', () => {
  const late = { date: '2027-01-02', intervals: [['18:00', '20:00']] as [string, string][] };
  expect(runsOf([away('2027-01-01'), away('2026-12-31'), late, away('2027-01-03'), away('2027-01-05')])).toEqual([
    { from: '2026-12-31', to: '2027-01-01', intervals: [] },
    { from: '2027-01-02', to: '2027-01-02', intervals: late.intervals },
    { from: '2027-01-03', to: '2027-01-03', intervals: [] },
    { from: '2027-01-05', to: '2027-01-05', intervals: [] },
  ]);
});

test('dates between two, both included', () => {
  expect(datesBetween('2026-12-30', '2027-01-01')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  expect(datesBetween('2027-01-01', '2027-01-01')).toEqual(['2027-01-01']);
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockChanges, overnightSchedules, ZONES } from '#test/slots/arbitraries.ts';
import { availabilityWindows } from '#test/slots/availability-windows.ts';
import { isOpen } from '#test/slots/restated.ts';
import { writePastMidnight } from './past-midnight.ts';
import type { Schedule } from './types.ts';
import { DAY, MINUTE } from './units.ts';

const NIGHTS = [{ days: [5, 7], from: '22:00', to: '02:00' }];

const utc = (time: number) => new Date(time).toISOString().slice(0, 16);

/** Open hours from Thursday 3 to Wednesday 9 December 2026, as `from/to`. */
function openHours(schedule: Partial<Schedule>): string[] {
  const written = writePastMidnight({ timeZone: 'UTC', weekly: NIGHTS, overrides: [], ...schedule });
  const range = { from: Date.UTC(2026, 11, 3), to: Date.UTC(2026, 11, 9) };
  return availabilityWindows(written, range).map(({ from, to }) => `${utc(from)}/${utc(to)}`);
}

describe('hours past midnight', () => {
  test('end on the day after the one they begin on, also from Sunday to Monday', () => {
    expect(openHours({})).toEqual(['2026-12-04T22:00/2026-12-05T02:00', '2026-12-06T22:00/2026-12-07T02:00']);
  });

  test('until 00:00 are hours until the end of the day', () => {
    const weekly = [{ days: [5], from: '18:00', to: '00:00' }];
    expect(openHours({ weekly })).toEqual(['2026-12-04T18:00/2026-12-05T00:00']);
  });

  test('go where an override takes the day they begin on', () => {
    const away = { date: '2026-12-04', intervals: [] };
    expect(openHours({ overrides: [away] })).toEqual(['2026-12-06T22:00/2026-12-07T02:00']);
  });

  test('stay beside an override of the day they end on, unless the host is away all day', () => {
    const brunch = { date: '2026-12-05', intervals: [['10:00', '12:00']] as const };
    expect(openHours({ overrides: [brunch] }).slice(0, 2)).toEqual([
      '2026-12-04T22:00/2026-12-05T02:00',
      '2026-12-05T10:00/2026-12-05T12:00',
    ]);
    const away = { date: '2026-12-05', intervals: [] };
    expect(openHours({ overrides: [away] })[0]).toBe('2026-12-04T22:00/2026-12-05T00:00');
  });

  test('of an override stand before the usual hours of the next day', () => {
    const weekly = [{ days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '10:00' }];
    const late = { date: '2026-12-04', intervals: [['23:00', '01:00']] as const };
    expect(openHours({ weekly, overrides: [late] }).slice(1, 3)).toEqual([
      '2026-12-04T23:00/2026-12-05T01:00',
      '2026-12-05T09:00/2026-12-05T10:00',
    ]);
  });
});

describe.each(ZONES)('hours past midnight around every change of the clocks in %s', (timeZone) => {
  test('are exactly the open hours', () => {
    for (const change of clockChanges(timeZone))
      fc.assert(
        fc.property(overnightSchedules(timeZone, change), fc.integer({ min: -500, max: 500 }), (schedule, offset) => {
          const range = { from: change - 2 * DAY, to: change + 2 * DAY };
          const windows = availabilityWindows(writePastMidnight(schedule), range);
          const near = [change - 5 * MINUTE, change, change + offset * 5 * MINUTE, change + offset * 5 * MINUTE - 1];
          for (const instant of near)
            expect(windows.some(({ from, to }) => from <= instant && instant < to)).toBe(isOpen(schedule, instant));
        }),
        { numRuns: 12 },
      );
  });
});

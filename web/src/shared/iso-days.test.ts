import { describe, expect, test } from 'vitest';
import { addMonths, dateAfterKey, isIsoDate, lastDay, sameDayOf, weekdaysFrom, weeksOf } from './iso-days.ts';

describe('a month on the page', () => {
  test('always takes six weeks, with the days of other months left out', () => {
    const weeks = weeksOf('2026-12', 1);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([
      null,
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(weeks[4]).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', null, null, null]);
    expect(weeks[5]).toEqual(Array(7).fill(null));
  });

  test('begins its weeks where the reader’s weeks begin', () => {
    expect(weeksOf('2026-12', 7)[0]?.indexOf('2026-12-01')).toBe(2);
    expect(weeksOf('2026-12', 6)[0]?.indexOf('2026-12-01')).toBe(3);
    expect(weekdaysFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  });

  test('holds each day of any month once', () => {
    for (let month = '2026-01'; month < '2030-01'; month = addMonths(month, 1)) {
      const days = weeksOf(month, 1)
        .flat()
        .filter((day) => day !== null);
      expect(days.at(-1)).toBe(lastDay(month));
      expect(new Set(days).size).toBe(Number(lastDay(month).slice(8)));
    }
  });
});

/** The first day of each week that is shown of November 2026. */
const shown = (today: string) => weeksOf('2026-11', 1, today).map((week) => week.find((day) => day !== null));

describe('a month that is nearly over', () => {
  test('begins with the present week and continues into the next month', () => {
    expect(shown('2026-11-29')).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ]);
    expect(weeksOf('2026-11', 1, '2026-11-29').flat().at(-1)).toBeNull();
  });

  test('is shown whole before, and so is every other month', () => {
    expect(shown('2026-11-16')[0]).toBe('2026-11-01');
    expect(weeksOf('2026-12', 1, '2026-11-29').flat()).toEqual(weeksOf('2026-12', 1).flat());
  });
});

describe('keys of the date grid', () => {
  test('move by day, week, month and year, across month ends', () => {
    expect(dateAfterKey('2026-12-01', 'ArrowLeft', 1)).toBe('2026-11-30');
    expect(dateAfterKey('2026-12-31', 'ArrowRight', 1)).toBe('2027-01-01');
    expect(dateAfterKey('2026-12-28', 'ArrowDown', 1)).toBe('2027-01-04');
    expect(dateAfterKey('2026-12-03', 'ArrowUp', 1)).toBe('2026-11-26');
    expect(dateAfterKey('2026-12-15', 'PageUp', 1)).toBe('2026-11-15');
    expect(dateAfterKey('2026-12-15', 'PageDown', 1, true)).toBe('2027-12-15');
  });

  test('stay on the last day where a month is shorter', () => {
    expect(dateAfterKey('2027-01-31', 'PageDown', 1)).toBe('2027-02-28');
    expect(sameDayOf('2028-02', '2027-01-30')).toBe('2028-02-29');
  });

  test('find the ends of the week as the reader’s week has them', () => {
    expect(dateAfterKey('2026-12-03', 'Home', 1)).toBe('2026-11-30');
    expect(dateAfterKey('2026-12-03', 'End', 1)).toBe('2026-12-06');
    expect(dateAfterKey('2026-12-03', 'Home', 7)).toBe('2026-11-29');
    expect(dateAfterKey('2026-12-03', 'End', 7)).toBe('2026-12-05');
  });

  test('leave other keys to the browser', () => {
    expect(dateAfterKey('2026-12-03', 'Tab', 1)).toBeNull();
  });
});

describe('dates in an address', () => {
  test('are taken only when they exist', () => {
    expect(isIsoDate('2026-12-03')).toBe(true);
    expect(isIsoDate('2026-02-30')).toBe(false);
    expect(isIsoDate('tomorrow')).toBe(false);
    expect(isIsoDate(null)).toBe(false);
  });
});

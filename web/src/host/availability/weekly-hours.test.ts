import { describe, expect, test } from 'vitest';
import { clockText, faultOf, nextHours, rulesOf, weekInWords, weekOf } from './weekly-hours.ts';

const OFFICE = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:30' },
  { days: [1, 2, 3, 4], from: '13:30', to: '17:00' },
];

describe('a week of hours', () => {
  test('is the same after it was a form', () => expect(rulesOf(weekOf(OFFICE))).toEqual(OFFICE));

  test('sorts the hours of a day', () => {
    const [monday] = weekOf(OFFICE.toReversed());
    expect(monday?.map(({ from }) => from)).toEqual(['09:00', '13:30']);
  });

  test('is said in a few words', () => {
    expect(weekInWords(OFFICE, 'h23')).toBe('Mon–Fri 09:00–12:30, Mon–Thu 13:30–17:00');
    expect(weekInWords(OFFICE, 'h12')).toBe('Mon–Fri 9:00 AM–12:30 PM, Mon–Thu 1:30 PM–5:00 PM');
  });

  test.each([
    ['00:00', '12:00 AM'],
    ['12:00', '12:00 PM'],
    ['24:00', '12:00 AM'],
  ])('%s is %s on a twelve-hour clock', (time, text) => expect(clockText(time, 'h12')).toBe(text));
});

describe('one day', () => {
  test('may have hours that touch', () =>
    expect(
      faultOf([
        { from: '12:00', to: '24:00' },
        { from: '09:00', to: '12:00' },
      ]),
    ).toBeNull());

  test('refuses hours that overlap', () =>
    expect(
      faultOf([
        { from: '09:00', to: '12:00' },
        { from: '11:30', to: '13:00' },
      ]),
    ).toBe('availability.overlap'));

  test('refuses an end at its start', () =>
    expect(faultOf([{ from: '09:00', to: '09:00' }])).toBe('availability.emptyHours'));

  test('may have hours past midnight, which overlap what starts after them', () => {
    const night = { from: '22:00', to: '02:00' };
    expect(faultOf([night, { from: '01:00', to: '03:00' }])).toBeNull();
    expect(faultOf([night, { from: '23:00', to: '24:00' }])).toBe('availability.overlap');
  });

  test('is offered further hours after the last ones, within the day', () => {
    expect(nextHours([{ from: '09:00', to: '17:00' }])).toEqual({ from: '18:00', to: '19:00' });
    expect(nextHours([{ from: '09:00', to: '23:30' }])).toEqual({ from: '23:30', to: '24:00' });
    expect(nextHours([{ from: '12:00', to: '24:00' }])).toEqual({ from: '11:00', to: '12:00' });
    expect(nextHours([{ from: '22:00', to: '02:00' }])).toEqual({ from: '21:00', to: '22:00' });
  });
});

import { describe, expect, test } from 'vitest';
import { readClock } from './clock-input.tsx';

describe('a time as people type it', () => {
  test.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['17h15', '17:15'],
    ['5pm', '17:00'],
    ['12 am', '00:00'],
    ['12:30 PM', '12:30'],
    [' 08:05 ', '08:05'],
  ])('%j is %s', (said, clock) => expect(readClock(said, false)).toBe(clock));

  test.each(['', 'noon', '25', '9:60', '13pm', '-1'])('%j is none', (said) =>
    expect(readClock(said, false)).toBeNull(),
  );

  test('midnight ends a day and does not begin one after it', () => {
    expect(readClock('24:00', true)).toBe('24:00');
    expect(readClock('0', true)).toBe('24:00');
    expect(readClock('0', false)).toBe('00:00');
    expect(readClock('24:00', false)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { Clock } from '#domain/booking.ts';
import { momentOf, untilStart, whenOf } from '#mail/times.ts';

const at = (text: string) => Date.parse(text);
const readIn = (readerTimeZone: string, readerClock: Clock = '24h') => ({ readerTimeZone, readerClock });

describe('the time of a meeting', () => {
  test.each([
    ['Europe/Berlin', 'Tuesday, 1 December 2026, 10:00–10:30 (Europe/Berlin, GMT+1)', 'Tue 1 Dec 10:00 (CET)'],
    ['America/New_York', 'Tuesday, 1 December 2026, 04:00–04:30 (America/New York, GMT-5)', 'Tue 1 Dec 04:00 (EST)'],
    [
      'Asia/Kathmandu',
      'Tuesday, 1 December 2026, 14:45–15:15 (Asia/Kathmandu, GMT+5:45)',
      'Tue 1 Dec 14:45 (GMT+5:45)',
    ],
    ['Australia/Sydney', 'Tuesday, 1 December 2026, 20:00–20:30 (Australia/Sydney, GMT+11)', 'Tue 1 Dec 20:00 (AEDT)'],
    ['UTC', 'Tuesday, 1 December 2026, 09:00–09:30 (UTC)', 'Tue 1 Dec 09:00 (UTC)'],
    ['No/Where', 'Tuesday, 1 December 2026, 09:00–09:30 (UTC)', 'Tue 1 Dec 09:00 (UTC)'],
  ])('is said in %s', (zone, full, short) => {
    const when = whenOf(at('2026-12-01T09:00Z'), at('2026-12-01T09:30Z'), readIn(zone));
    expect([when.full, when.short]).toEqual([full, short]);
  });

  test('names the other day when it crosses midnight', () => {
    const { full } = whenOf(at('2026-12-31T22:30Z'), at('2026-12-31T23:30Z'), readIn('Europe/Berlin'));
    expect(full).toBe('Thursday, 31 December 2026, 23:30–00:30 on Friday, 1 January (Europe/Berlin, GMT+1)');
  });

  test('names both offsets when clocks change meanwhile', () => {
    const { full } = whenOf(at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z'), readIn('Europe/Berlin'));
    expect(full).toBe('Sunday, 25 October 2026, 02:30–02:30 (Europe/Berlin, GMT+2, then GMT+1)');
  });

  test.each([
    ['2026-12-01T09:00Z', '10:00 am–10:30 am', 'Tue 1 Dec 10:00 am (CET)'],
    ['2026-12-01T11:30Z', '12:30 pm–1:00 pm', 'Tue 1 Dec 12:30 pm (CET)'],
    ['2026-12-01T23:00Z', '12:00 am–12:30 am', 'Wed 2 Dec 12:00 am (CET)'],
  ])('is said by the clock of twelve hours: %s', (start, hours, short) => {
    const when = whenOf(at(start), at(start) + 1_800_000, readIn('Europe/Berlin', '12h'));
    expect([when.hours, when.short]).toEqual([hours, short]);
    expect(momentOf(at(start), readIn('Europe/Berlin', '12h'))).toContain(hours.split('–')[0]);
  });

  test.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Godthab', 'America/Nuuk'],
    ['Asia/Saigon', 'Asia/Ho Chi Minh'],
  ])('names %s as it is called today', (zone, today) => {
    expect(whenOf(at('2026-12-01T09:00Z'), at('2026-12-01T09:30Z'), readIn(zone)).full).toContain(`(${today}, GMT`);
  });

  test('says midnight as 00:00', () => {
    expect(momentOf(at('2026-12-01T23:00Z'), readIn('Europe/Berlin'))).toBe(
      'Wednesday, 2 December 2026, 00:00 (Europe/Berlin, GMT+1)',
    );
  });

  test.each([
    [86_400_000, 'in 24 hours'],
    [86_370_000, 'in 24 hours'],
    [3_600_000, 'in 1 hour'],
    [3_590_000, 'in 1 hour'],
    [900_000, 'in 15 minutes'],
    [60_000, 'in 1 minute'],
    [172_800_000, 'in 2 days'],
    [0, 'now'],
    [-5, 'now'],
  ])('%i ms ahead is "%s"', (ahead, words) => {
    expect(untilStart(ahead, 0)).toBe(words);
  });
});

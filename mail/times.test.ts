import { describe, expect, test } from 'vitest';
import type { HourCycle } from '#domain/locale.ts';
import { momentOf, timeUntil, whenOf } from '#mail/times.ts';

const at = (text: string) => Date.parse(text);
const readIn = (readerTimeZone: string, readerHourCycle: HourCycle = 'h23', readerLocale = 'en-GB') => ({
  readerTimeZone,
  readerLocale,
  readerHourCycle,
  writtenAt: at('2026-11-30T09:00Z'),
});

describe('the time of a meeting', () => {
  test.each([
    ['Europe/Berlin', '10:00 – 10:30, Tuesday 1 December (Berlin time, CET)', 'Tue 1 Dec, 10:00 (CET)'],
    ['America/New_York', '04:00 – 04:30, Tuesday 1 December (New York time, EST)', 'Tue 1 Dec, 04:00 (EST)'],
    ['Asia/Kathmandu', '14:45 – 15:15, Tuesday 1 December (Kathmandu time, GMT+5:45)', 'Tue 1 Dec, 14:45 (GMT+5:45)'],
    ['Australia/Sydney', '20:00 – 20:30, Tuesday 1 December (Sydney time, AEDT)', 'Tue 1 Dec, 20:00 (AEDT)'],
    ['Etc/GMT+5', '04:00 – 04:30, Tuesday 1 December (GMT-5)', 'Tue 1 Dec, 04:00 (GMT-5)'],
    ['UTC', '09:00 – 09:30, Tuesday 1 December (UTC)', 'Tue 1 Dec, 09:00 (UTC)'],
    ['No/Where', '09:00 – 09:30, Tuesday 1 December (UTC)', 'Tue 1 Dec, 09:00 (UTC)'],
  ])('is said in %s', (zone, full, short) => {
    const when = whenOf(at('2026-12-01T09:00Z'), at('2026-12-01T09:30Z'), readIn(zone));
    expect([when.full, when.short]).toEqual([full, short]);
  });

  test('is said to an American as Americans say it', () => {
    const reader = readIn('America/New_York', 'h12', 'en-US');
    expect(momentOf(at('2026-12-03T15:30Z'), reader)).toBe('10:30 AM, Thursday, December 3 (New York time, EST)');
    expect(momentOf(at('2027-06-03T14:30Z'), reader)).toBe('10:30 AM, Thursday, June 3, 2027 (New York time, EDT)');
  });

  test.each([
    ['de-AT', 'h23', 'Donnerstag, 3. Dezember, 15:30 (UTC)'],
    ['pt-BR', 'h23', 'quinta-feira, 3 de dezembro, 15:30 (UTC)'],
    ['pl', 'h23', '15:30, czwartek, 3 grudnia (UTC)'],
    ['ja', 'h12', '12月3日木曜日 午後3:30（UTC）'],
    ['ar', 'h12', '3:30 م، الخميس، 3 ديسمبر (UTC)'],
    ['xx', 'h23', '15:30, Thursday 3 December (UTC)'],
  ] as const)('takes days and clocks of %s from its language', (locale, hourCycle, said) => {
    expect(momentOf(at('2026-12-03T15:30Z'), readIn('UTC', hourCycle, locale))).toBe(said);
  });

  test('names the other day when it crosses midnight', () => {
    const { full } = whenOf(at('2026-12-31T22:30Z'), at('2026-12-31T23:30Z'), readIn('Europe/Berlin'));
    expect(full).toBe('23:30 – 00:30 (Fri 1 Jan), Thursday 31 December (Berlin time, CET)');
  });

  test('names both times when clocks change meanwhile', () => {
    const { full } = whenOf(at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z'), readIn('Europe/Berlin'));
    expect(full).toBe('02:30 – 02:30, Sunday 25 October (Berlin time, CEST, then CET)');
  });

  test.each([
    ['2026-12-01T09:00Z', '10:00 am – 10:30 am', 'Tue 1 Dec, 10:00 am (CET)'],
    ['2026-12-01T11:30Z', '12:30 pm – 1:00 pm', 'Tue 1 Dec, 12:30 pm (CET)'],
    ['2026-12-01T23:00Z', '12:00 am – 12:30 am', 'Wed 2 Dec, 12:00 am (CET)'],
  ])('is said by the clock of twelve hours: %s', (start, hours, short) => {
    const when = whenOf(at(start), at(start) + 1_800_000, readIn('Europe/Berlin', 'h12'));
    expect([when.hours, when.short]).toEqual([hours, short]);
    expect(momentOf(at(start), readIn('Europe/Berlin', 'h12'))).toContain(hours.split(' – ')[0]);
  });

  test.each([
    ['Asia/Calcutta', 'Kolkata time, IST'],
    ['Europe/Kiev', 'Kyiv time, EET'],
    ['America/Godthab', 'Nuuk time, GMT-2'],
    ['Asia/Saigon', 'Ho Chi Minh City time, ICT'],
    ['US/Eastern', 'New York time, EST'],
  ])('names %s as it is called today', (zone, today) => {
    expect(whenOf(at('2026-12-01T09:00Z'), at('2026-12-01T09:30Z'), readIn(zone)).full).toContain(`(${today})`);
  });

  test.each([
    ['de', 'Sonntag, 25. Oktober, 02:30 – 02:30 (Ortszeit Berlin, CEST, dann CET)', '25'],
    ['ja', '10月25日日曜日 02:30～02:30（Berlin時間、CEST、その後CET）', '25'],
    ['ar', '02:30 – 02:30، الأحد، 25 أكتوبر (توقيت \u2068Berlin\u2069، \u2068CEST\u2069، ثم \u2068CET\u2069)', '25'],
  ])('is put together as %s does', (locale, full, day) => {
    const when = whenOf(at('2026-10-25T00:30Z'), at('2026-10-25T01:30Z'), readIn('Europe/Berlin', 'h23', locale));
    expect([when.full, when.day]).toEqual([full, day]);
  });

  test('has its month on the leaf of a calendar as the language writes it alone', () => {
    expect(
      ['en-GB', 'de', 'ja'].map(
        (locale) => whenOf(at('2026-12-01T09:00Z'), at('2026-12-01T09:30Z'), readIn('UTC', 'h23', locale)).month,
      ),
    ).toEqual(['Dec', 'Dez', '12月']);
  });

  test('says midnight as 00:00', () => {
    expect(momentOf(at('2026-12-01T23:00Z'), readIn('Europe/Berlin'))).toBe(
      '00:00, Wednesday 2 December (Berlin time, CET)',
    );
  });

  test.each([
    [86_400_000, 24, 'hours'],
    [86_370_000, 24, 'hours'],
    [3_600_000, 1, 'hours'],
    [3_590_000, 1, 'hours'],
    [900_000, 15, 'minutes'],
    [60_000, 1, 'minutes'],
    [172_800_000, 2, 'days'],
    [0, 0, 'now'],
    [-5, 0, 'now'],
  ])('%i ms ahead is %i %s', (ahead, count, unit) => {
    expect(timeUntil(ahead, 0)).toEqual({ unit, count });
  });
});

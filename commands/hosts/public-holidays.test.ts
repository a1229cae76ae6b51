import { describe, expect, test } from 'vitest';
import { checkPlace, holidaysBetween, listCountries, listRegions } from './public-holidays.ts';

const YEAR = { from: '2027-01-01', to: '2027-12-31' };
const of = (country: string, region: string | null = null) => ({ country, region });

/** Those of a year, as published by the country's authorities. */
const PUBLISHED: readonly (readonly [name: string, place: ReturnType<typeof of>, dates: string])[] = [
  ['Germany', of('DE'), '01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26'],
  ['Bavaria', of('DE', 'BY'), '01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26'],
  ['England', of('GB', 'ENG'), '01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28'],
  ['France', of('FR'), '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
];

test.each(PUBLISHED)('public holidays of 2027 in %s', async (_, place, dates) => {
  const holidays = await holidaysBetween(place, YEAR);
  expect(holidays.map(({ date }) => date.slice(5)).join(' ')).toBe(dates);
});

test('of several days are off on each of them, and into the next year', async () => {
  const romania = await holidaysBetween(of('RO'), { from: '2027-01-01', to: '2027-01-05' });
  expect(romania.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02']);
  const swazi = await holidaysBetween(of('SZ'), { from: '2028-01-02', to: '2028-01-02' });
  expect(swazi).toHaveLength(1);
});

test('that end with half a day are off on the whole ones, and those of half a day are off', async () => {
  const turkey = await holidaysBetween(of('TR'), { from: '2027-03-01', to: '2027-03-31' });
  expect(turkey.map(({ date }) => date)).toEqual(['2027-03-09', '2027-03-10', '2027-03-11']);
  const iceland = await holidaysBetween(of('IS'), { from: '2027-12-24', to: '2027-12-24' });
  expect(iceland).toHaveLength(1);
});

test('have names in the host’s language', async () => {
  const [named] = await holidaysBetween(of('DE'), { from: '2027-03-26', to: '2027-03-26' }, 'de');
  expect(named).toEqual({ date: '2027-03-26', name: 'Karfreitag' });
  expect(await listCountries('de')).toContainEqual({ code: 'AT', name: 'Österreich' });
  expect(await listRegions('DE', 'de')).toContainEqual({ code: 'BY-A', name: 'Bayern: Stadt Augsburg' });
  expect(await listRegions('JP', 'en')).toEqual([]);
});

describe('every place of the lists', () => {
  test('has holidays, and regions that are told apart', async () => {
    const withoutHolidays: string[] = [];
    for (const { code: country } of await listCountries('en')) {
      if ((await holidaysBetween(of(country), YEAR)).length === 0) withoutHolidays.push(country);
      const codes = (await listRegions(country, 'en')).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^\w{1,12}(-\w{1,12})?$/);
    }
    expect(withoutHolidays).toEqual([]);
  });

  test('is known, and no other', async () => {
    await checkPlace(of('DE', 'BY-A'), '/holidays');
    const refusal = { code: 'validation_failed', facts: { errors: [{ pointer: '/holidays/region' }] } };
    await expect(checkPlace(of('DE', 'ZZ'), '/holidays')).rejects.toMatchObject(refusal);
    await expect(checkPlace(of('XX'), '')).rejects.toMatchObject({ facts: { errors: [{ pointer: '/country' }] } });
  });
});

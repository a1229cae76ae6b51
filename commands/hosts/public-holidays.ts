import type Holidays from 'date-holidays';
import { invalidField } from '#commands/shared/refusal.ts';
import { dateOf, dayOf } from '#domain/slots/iso-date.ts';
import { DAY } from '#domain/slots/units.ts';
import { says } from '#messages/says.ts';

/** Where holidays are public. */
interface Place {
  /** ISO 3166-1 code. */
  readonly country: string;
  /** A region of `listRegions`; null for the whole country. */
  readonly region: string | null;
}

export interface Holiday {
  /** Local date. */
  readonly date: string;
  readonly name: string;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The library takes a fifth of a second and 20 MB to load: only processes that need it do. */
const load = async (): Promise<typeof Holidays> => (await import('date-holidays')).default;

const years = new Map<string, readonly Holiday[]>();
/** About 630 places with the two languages and some years each. */
const MOST_YEARS = 5_000;

/** Public holidays of a place from one date to another, both included, in order; one a date. Languages are ISO 639-1 codes. */
export async function holidaysBetween(
  place: Place,
  { from, to }: { readonly from: string; readonly to: string },
  language: string = 'en',
): Promise<Holiday[]> {
  const byDate = new Map<string, string>();
  // Holidays of some days may have begun in the year before.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1)
    for (const { date, name } of await holidaysOfYear(place, year, language))
      if (date >= from && date <= to) byDate.set(date, byDate.get(date) ?? name);
  return [...byDate].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Those that begin in a year, every day of them; computed once, in up to 60 ms. */
async function holidaysOfYear({ country, region }: Place, year: number, language: string) {
  const key = [country, region, year, language].join(' ');
  const known = years.get(key);
  if (known !== undefined) return known;
  const Calendar = await load();
  const [state = '', part = ''] = region?.split('-') ?? [];
  const calendar = new Calendar(country, state, part, { languages: [language, 'en'], types: ['public'] });
  const holidays = calendar
    .getHolidays(year)
    .flatMap(({ date, start, end, name }) =>
      datesOf(date.slice(0, 'YYYY-MM-DD'.length), end.getTime() - start.getTime()).map((date) => ({ date, name })),
    );
  if (years.size >= MOST_YEARS) years.clear();
  years.set(key, holidays);
  return holidays;
}

/**
 * The dates of a holiday that lasts so many milliseconds. One of half a day is off whole; half a day after whole ones,
 * or what a change of the clocks takes, counts as none.
 */
function datesOf(first: string, length: number): string[] {
  const days = Math.max(1, Math.floor(length / DAY + 0.1));
  return Array.from({ length: days }, (_, day) => dateOf(dayOf(first) + day));
}

const yearOf = (date: string) => Number(date.slice(0, 4));

/** Countries whose holidays are known, by name. */
export async function listCountries(language: string): Promise<Named[]> {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const countries = Object.keys(new (await load())().getCountries());
  return countries.map((code) => ({ code, name: names.of(code) ?? code })).toSorted(byName(language));
}

/** Regions of a country that have holidays of their own, by name, and the parts of them that do, such as `BY-A`. */
export async function listRegions(country: string, language: string): Promise<Named[]> {
  const world = new (await load())();
  const states = Object.entries<string>(world.getStates(country, language) ?? {});
  const regions = states.flatMap(([state, name]) => [
    { code: state, name },
    ...Object.entries<string>(world.getRegions(country, state, language) ?? {}).map(([part, its]) => ({
      code: `${state}-${part}`,
      name: `${name}: ${its}`,
    })),
  ]);
  return regions.toSorted(byName(language));
}

/**
 * @param pointer JSON pointer to what holds the place in the request
 * @throws Refusal `validation_failed` for a place whose holidays are not known
 */
export async function checkPlace({ country, region }: Place, pointer: string): Promise<void> {
  const world = new (await load())();
  if (world.getCountries()[country] === undefined)
    throw invalidField(`${pointer}/country`, says('said.unknown_country'));
  if (region === null) return;
  const regions = await listRegions(country, 'en');
  if (!regions.some(({ code }) => code === region))
    throw invalidField(`${pointer}/region`, says('said.unknown_region'));
}

const byName = (language: string) => (one: Named, other: Named) => one.name.localeCompare(other.name, language);

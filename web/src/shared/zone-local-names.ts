import { cityNamesOf } from './zone-city-names.ts';
import { placesOf } from './zone-places.ts';

const known = new Map<string, string>();

/** What a zone's city, country and time are called in a language, as far as the browser and we know; parted by commas. */
export function localNamesOf(zone: string, language: string): string {
  const key = `${language} ${zone}`;
  let names = known.get(key);
  if (names === undefined) {
    names = [cityNamesOf(zone), countryIn(zone, language), timeIn(zone, language)].filter(Boolean).join(', ');
    known.set(key, names);
  }
  return names;
}

function countryIn(zone: string, language: string): string {
  const [country = ''] = placesOf(zone).split(', ');
  const code = codes().get(country.startsWith('USA') ? 'United States' : country);
  return code === undefined ? '' : (regionNames(language)?.of(code) ?? '');
}

/** "Mitteleuropäische Zeit"; in browsers that have no such name, that of its winter. */
function timeIn(timeZone: string, language: string): string {
  const named = (timeZoneName: 'longGeneric' | 'long') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName }).formatToParts();
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = named('longGeneric');
  } catch {
    parts = named('long');
  }
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Null in browsers before 2021. */
const regionNames = (language: string) =>
  typeof Intl.DisplayNames === 'function'
    ? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    : null;

const written = (name: string) => name.replace(/ \(.*/, '').replace('&', 'and').replace(/^St\./, 'Saint');

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
let codesOfCountries: ReadonlyMap<string, string> | undefined;

/** The codes of countries by their English names, written as in `zone-countries.ts`. */
function codes(): ReadonlyMap<string, string> {
  const english = regionNames('en');
  codesOfCountries ??= new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const name = english?.of(code);
      return name === undefined ? [] : [[written(name), code] as const];
    }),
  );
  return codesOfCountries;
}

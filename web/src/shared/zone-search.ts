import { cityOf, zoneBefore, zoneToday } from '#domain/zone-names.ts';
import { COMMON_NAMES_OF } from './zone-common-names.ts';
import { localNamesOf } from './zone-local-names.ts';
import { LISTED_ZONES, placesOf } from './zone-places.ts';
import { offsetIn } from '#domain/wall-clock.ts';
import { isZone, knownZone, minutesAhead } from './zones.ts';

/** Lower-case and without accents, as people type. */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

export interface ZoneChoice {
  readonly zone: string;
  readonly city: string;
  /** The country and other cities, where we know them. */
  readonly places: string;
  readonly offset: string;
}

/** Browsers before 2022 list none; then those with a place are offered. */
const zonesOfBrowser = (): readonly string[] =>
  typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : LISTED_ZONES.filter(isZone);

/** Every zone the browser knows, and UTC, which its list leaves out; from west to east. */
export function zoneChoices(at: Date = new Date()): ZoneChoice[] {
  const zones = new Set(['UTC', ...zonesOfBrowser().map(knownZone)]);
  return [...zones]
    .map((zone) => ({ zone, city: cityOf(zone), places: placesOf(zone), offset: offsetIn(zone, at.getTime()) }))
    .sort((a, b) => minutesAhead(a.offset) - minutesAhead(b.offset) || a.city.localeCompare(b.city));
}

/** The language of the page, of whose names searches know too. */
const pageLanguage = () => document.documentElement.lang || 'en';

/**
 * Zones that answer to what was typed: a city or a country, by its English name or that of `language`, an IANA name, a
 * common name or an offset. Those of that very name come first, then those that begin with it.
 */
export function searchZones(
  choices: readonly ZoneChoice[],
  typed: string,
  language: string = pageLanguage(),
): ZoneChoice[] {
  const wanted = folded(typed.trim()).replaceAll(/[_/]/g, ' ').replaceAll('−', '-');
  if (wanted === '') return [...choices];
  const offset = /^(?:gmt|utc)?\s*([+-]\d{1,2}(?::?\d{2})?)$/.exec(wanted)?.[1];
  if (offset !== undefined) return choices.filter((choice) => minutesAhead(choice.offset) === minutesAhead(offset));
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, localNamesOf(choice.zone, language), wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

const NO_MATCH = 5;

function rankOf({ zone, city, places }: ZoneChoice, local: string, wanted: string): number {
  const today = zoneToday(zone);
  const common = COMMON_NAMES_OF.get(today) ?? '';
  const ids = folded(`${today}, ${zoneBefore(today) ?? ''}`.replaceAll(/[_/]/g, ' '));
  const names = [...folded(places).split(', '), ...folded(`${common}, ${local}`).split(', '), ...ids.split(', ')];
  if (folded(city) === wanted || names.includes(wanted)) return 0;
  if (folded(city).startsWith(wanted)) return 1;
  if (names.some((name) => name.startsWith(wanted))) return 2;
  const words = `${ids} ${folded(`${city} ${places} ${common} ${local}`)}`;
  if (words.includes(` ${wanted}`) || words.startsWith(wanted)) return 3;
  return wanted.length > 2 && words.includes(wanted) ? 4 : NO_MATCH;
}

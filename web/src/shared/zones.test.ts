import { describe, expect, test } from 'vitest';
import { cityOf } from '#domain/zone-names.ts';
import { searchZones, zoneChoices } from './zone-search.ts';
import { dateWordsOf } from '#domain/date-words.ts';
import { zoneText } from '#domain/time-texts.ts';
import { offsetIn } from '#domain/wall-clock.ts';
import { isZone, minutesAhead } from './zones.ts';

const english = dateWordsOf('en-GB');
const winter = new Date('2026-12-01T12:00:00Z');
const choices = zoneChoices(winter);
const found = (typed: string, language = 'en') => searchZones(choices, typed, language).map(({ zone }) => zone);

describe('finding a time zone', () => {
  test('finds cities that no zone is named after', () => {
    expect(found('san fran')[0]).toBe('America/Los_Angeles');
    expect(found('Munich')[0]).toBe('Europe/Berlin');
    expect(found('münchen')[0]).toBe('Europe/Berlin');
    expect(['Asia/Kolkata', 'Asia/Calcutta']).toContain(found('mumbai')[0]);
  });

  test('finds countries, IANA names and UTC', () => {
    expect(found('japan')[0]).toBe('Asia/Tokyo');
    expect(found('america/new_york')[0]).toBe('America/New_York');
    expect(found('utc')).toContain('UTC');
  });

  test.each([
    ['Europe/Kyiv', 'Kyiv'],
    ['Europe/Kiev', 'Kyiv'],
    ['Asia/Kolkata', 'Kolkata'],
    ['America/Nuuk', 'Nuuk'],
    ['PST', 'Los Angeles'],
    ['Pacific Time', 'Los Angeles'],
    ['pt', 'Los Angeles'],
    ['EST', 'New York'],
    ['eastern time', 'New York'],
    ['CET', 'Berlin'],
    ['Central European Time', 'Berlin'],
    ['IST', 'Kolkata'],
    ['JST', 'Tokyo'],
    ['Ghana', 'Accra'],
    ['Luxembourg', 'Luxembourg'],
    ['Ivory Coast', 'Abidjan'],
    ['Estonia', 'Tallinn'],
    ['Bolivia', 'La Paz'],
  ])('%s leads to %s', (typed, city) => {
    expect(
      found(typed)
        .slice(0, 20)
        .map((zone) => cityOf(zone)),
    ).toContain(city);
  });

  test.each([
    ['de', 'Wien', 'Europe/Vienna'],
    ['de', 'Österreich', 'Europe/Vienna'],
    ['de', 'Bosnien', 'Europe/Sarajevo'],
    ['de', 'Vereinigte Staaten', 'America/New_York'],
    ['de', 'mitteleuropäische zeit', 'Europe/Berlin'],
    ['fr', 'Londres', 'Europe/London'],
    ['fr', 'heure du Pacifique', 'America/Los_Angeles'],
    ['es', 'Japón', 'Asia/Tokyo'],
    ['pt-BR', 'Nova York', 'America/New_York'],
    ['it', 'Germania', 'Europe/Berlin'],
    ['nl', 'Praag', 'Europe/Prague'],
    ['pl', 'Niemcy', 'Europe/Berlin'],
    ['ja', 'ドイツ', 'Europe/Berlin'],
    ['ar', 'مصر', 'Africa/Cairo'],
    ['de', 'Germany', 'Europe/Berlin'],
    ['de', 'Europe/Kiev', 'Europe/Kyiv'],
    ['de', 'Kiew', 'Europe/Kyiv'],
    ['de', 'PST', 'America/Los_Angeles'],
    ['de', 'UTC+2', 'Africa/Johannesburg'],
  ])('in %s, %s leads to %s', (language, typed, zone) => {
    expect(found(typed, language).slice(0, 40)).toContain(zone);
  });

  test.each(['UTC+02:00', 'utc+2', 'GMT+2', '+02:00', '+0200', '+2'])('%s is an offset', (typed) => {
    expect(found(typed)).toContain('Africa/Johannesburg');
    expect(found(typed)).not.toContain('Europe/London');
  });

  test('half hours of an offset count', () => {
    expect(found('UTC-03:30')).toEqual(['America/St_Johns']);
  });

  test('puts a name in full before names that begin with it', () => {
    expect(['Asia/Kolkata', 'Asia/Calcutta']).toContain(found('india')[0]);
  });

  test('finds by offset as it is at that time', () => {
    expect(found('GMT+5:30').map((zone) => cityOf(zone))).toContain('Kolkata');
    expect(found('+01')).toContain('Europe/Berlin');
    expect(found('utc-5')).toContain('America/New_York');
  });

  test('puts a city that begins with the words before others that hold them', () => {
    expect(found('par')[0]).toBe('America/Paramaribo');
    expect(found('paris')[0]).toBe('Europe/Paris');
  });

  test('finds nothing where there is nothing, and everything for nothing', () => {
    expect(found('xyzzy')).toEqual([]);
    expect(found('  ')).toHaveLength(choices.length);
  });
});

describe('naming a time zone', () => {
  test('uses today’s names and the letters of that day', () => {
    expect(cityOf('Asia/Calcutta')).toBe('Kolkata');
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zoneText('Europe/Berlin', winter.getTime(), english)).toBe('Berlin time, CET');
    expect(zoneText('Europe/Berlin', '2026-07-01T12:00:00Z', english)).toBe('Berlin time, CEST');
    expect(zoneText('Europe/Dublin', '2026-07-01T12:00:00Z', english)).toBe('Dublin time, IST');
    expect(zoneText('Australia/Sydney', winter.getTime(), english)).toBe('Sydney time, AEDT');
    expect(zoneText('UTC', 0, english)).toBe('UTC');
    expect(zoneText('America/New_York', winter.getTime(), dateWordsOf('es-MX'))).toBe('hora de New York, EST');
  });

  test('reads offsets, also those with minutes', () => {
    expect(minutesAhead(offsetIn('Asia/Kathmandu', winter.getTime()))).toBe(345);
    expect(minutesAhead('GMT-3:30')).toBe(-210);
    expect(minutesAhead('GMT')).toBe(0);
  });

  test('lists zones from west to east, each once', () => {
    expect(choices[0]?.offset).toBe('GMT-11');
    expect(choices.at(-1)?.offset).toBe('GMT+14');
    expect(new Set(choices.map(({ zone }) => zone)).size).toBe(choices.length);
  });
});

describe('a zone in an address', () => {
  test('is taken only if times can be told there', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Asia/Calcutta')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(isZone('+01:00')).toBe(false);
    expect(isZone(null)).toBe(false);
  });
});

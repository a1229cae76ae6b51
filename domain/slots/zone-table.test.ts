import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { clockChanges, ZONES } from '#test/slots/arbitraries.ts';
import { dateOf } from './iso-date.ts';
import { instantAt, localDate, startOfLocalDay } from './time-zone.ts';
import { DAY, MINUTE } from './units.ts';
import { offsetAt, steadyOffset } from './zone-table.ts';

const FIRST = Date.UTC(1970, 0, 2);
const LAST = Date.UTC(2999, 11, 30);
const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);

describe.each(ZONES)('%s', (timeZone) => {
  const changes = clockChanges(timeZone);
  const instants = fc.oneof(
    fc.integer({ min: FIRST, max: LAST }),
    fc.integer({ min: FIRST, max: Date.UTC(2040, 0, 1) }),
    fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * DAY, max: 2 * DAY })).map(([at, by]) => at + by),
    fc.constantFrom(...changes.flatMap((at) => [at - 1, at, at + 1])),
  );

  test('offsets, dates, days and wall times are those of Temporal', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1_439 }), (instant, minutes) => {
        const expected = zoned(instant, timeZone);
        expect(offsetAt(instant, timeZone)).toBe(expected.offsetNanoseconds / 1e6);
        const date = expected.toPlainDate();
        expect(localDate(instant, timeZone)).toBe(date.toString());
        const day = Date.parse(date.toString()) / DAY;
        expect(startOfLocalDay(day, timeZone)).toBe(date.toZonedDateTime({ timeZone }).epochMilliseconds);
        const wall = Temporal.PlainDateTime.from(`${dateOf(day)}T00:00`).add({ minutes });
        expect(instantAt(day, minutes, timeZone)).toBe(wall.toZonedDateTime(timeZone).epochMilliseconds);
      }),
      { numRuns: 60 },
    );
  });

  test('an offset is steady only where no clock is changed', () => {
    for (const at of changes) {
      const isChange = offsetAt(at - 1, timeZone) !== offsetAt(at, timeZone);
      expect(steadyOffset(at - MINUTE, at, timeZone) === null).toBe(isChange);
      expect(steadyOffset(at, at + MINUTE, timeZone)).toBe(offsetAt(at, timeZone));
      expect(steadyOffset(at - MINUTE, at - 1, timeZone)).toBe(offsetAt(at - 1, timeZone));
    }
  });
});

test('a zone that is none is refused', () => {
  expect(() => offsetAt(0, 'Mars/Base')).toThrow(RangeError);
});

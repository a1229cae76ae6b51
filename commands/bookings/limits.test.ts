import { expect, test } from 'vitest';
import { explainSlots } from '#domain/slots/slots.ts';
import { weekdayOf } from '#domain/slots/iso-date.ts';
import { DAY, MINUTE } from '#domain/slots/units.ts';
import { bookTime, outcomes, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { loadAvailability } from './availability.ts';
import { cancelBooking } from './cancel-booking.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const deps = await openInstallation({ pool: 8 });

/** The first Monday after the 7th of the month after next, at noon: its week lies within that month, whichever day it begins on. */
const MONDAY = (() => {
  const now = new Date();
  const eighth = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 8, 12);
  return eighth + ((8 - weekdayOf(Math.floor(eighth / DAY))) % 7) * DAY;
})();
const on = (days: number, minutes = 0) => new Date(MONDAY + days * DAY + minutes * MINUTE);

type Rules = NonNullable<Parameters<typeof makeEventType>[2]>;

/** A host with two event types, both of these rules. */
async function twoTypes(ofHost: Parameters<typeof makeHost>[1], rules: Rules = {}) {
  const host = await makeHost(deps, ofHost);
  const [one, other] = [await makeEventType(deps, host, rules), await makeEventType(deps, host, rules)];
  const refusalsOf = async (type: typeof one, day: number) => {
    const range = { from: on(day), to: on(day, 1) };
    const slots = explainSlots(await loadAvailability(deps.orm.em.fork(), type, range, deps.now()));
    return slots.map(({ refusal }) => refusal);
  };
  return { one, other, refusalsOf };
}

test('of a week that takes two, two are taken however many come at once; the other event type has its own', async () => {
  const { one, other, refusalsOf } = await twoTypes({}, { maxPerWeek: 2 });
  const times = Array.from({ length: 12 }, (_, index) => on(index % 7, index * 60));
  expect(tally(await outcomes(times.map((time) => bookTime(deps, one, time))))).toEqual({
    ok: 2,
    slot_unavailable: 10,
  });
  expect([await refusalsOf(one, 6), await refusalsOf(one, 7)]).toEqual([['week_limit'], [null]]);
  expect(await outcomes([bookTime(deps, other, on(3, 720))])).toEqual(['ok']);
});

test('a month that is full takes no more, the next one does', async () => {
  const { one, refusalsOf } = await twoTypes({}, { maxPerMonth: 2 });
  await bookTime(deps, one, on(-7));
  await bookTime(deps, one, on(7));
  expect(await outcomes([bookTime(deps, one, on(0)), bookTime(deps, one, on(31))])).toEqual(['slot_unavailable', 'ok']);
  expect(await refusalsOf(one, 1)).toEqual(['month_limit']);
});

test.each([
  ['maxPerDay', 'host_day_limit'],
  ['maxPerWeek', 'host_week_limit'],
  ['maxPerMonth', 'host_month_limit'],
])('%s of a host counts all event types, also for two guests at once', async (limit, refusal) => {
  const { one, other, refusalsOf } = await twoTypes({ [limit]: 1 });
  const both = [bookTime(deps, one, on(0)), bookTime(deps, other, on(0, 120))];
  expect(tally(await outcomes(both))).toEqual({ ok: 1, slot_unavailable: 1 });
  expect([await refusalsOf(one, 0.25), await refusalsOf(other, 0.25)]).toEqual([[refusal], [refusal]]);
});

test('weeks begin on Monday or the day the host chose; the days of a host’s limit are of the host’s own zone', async () => {
  const mondays = await twoTypes({ maxPerWeek: 1, weekStart: 7 });
  await bookTime(deps, mondays.one, on(-1));
  expect(await mondays.refusalsOf(mondays.other, 5)).toEqual([null]);
  const sundays = await twoTypes({ maxPerWeek: 1, weekStart: 7, writingChosen: ['weekStart'] });
  await bookTime(deps, sundays.one, on(-1));
  expect([await sundays.refusalsOf(sundays.other, -2), await sundays.refusalsOf(sundays.other, 5)]).toEqual([
    [null],
    ['host_week_limit'],
  ]);
  const tokyo = await twoTypes({ maxPerDay: 1, timeZone: 'Asia/Tokyo' });
  await bookTime(deps, tokyo.one, on(0));
  // 15:00 in UTC is midnight there.
  expect([await tokyo.refusalsOf(tokyo.other, -0.25), await tokyo.refusalsOf(tokyo.other, 0.25)]).toEqual([
    ['host_day_limit'],
    [null],
  ]);
});

test('a booking moves within its own full week and into no other; what is cancelled does not count', async () => {
  const { one } = await twoTypes({ maxPerWeek: 1 });
  const bookingId = await bookTime(deps, one, on(0));
  const next = await bookTime(deps, one, on(7));
  const move = (days: number) => rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: on(days) });
  expect(await outcomes([move(2)])).toEqual(['ok']);
  expect(await outcomes([move(9)])).toEqual(['slot_unavailable']);
  await cancelBooking(deps, { bookingId: next, actor: 'guest' });
  expect(await outcomes([move(9)])).toEqual(['ok']);
});

test('a time proposed for another week counts in both', async () => {
  const { one, other, refusalsOf } = await twoTypes({ maxPerWeek: 1 });
  const bookingId = await bookTime(deps, one, on(0));
  await deps.orm.em.fork().execute('update bookings set requires_confirmation = true where id = ?', [bookingId]);
  await rescheduleBooking(deps, { bookingId, actor: 'guest', startsAt: on(8) });
  expect([await refusalsOf(other, 2), await refusalsOf(other, 9), await refusalsOf(other, 16)]).toEqual([
    ['host_week_limit'],
    ['host_week_limit'],
    [null],
  ]);
});

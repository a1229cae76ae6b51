import { describe, expect, test } from 'vitest';
import { availabilityWindows } from '#test/slots/availability-windows.ts';
import { meetingsOutside } from './meetings-outside.ts';
import { writePastMidnight } from './past-midnight.ts';
import { explainSlots } from './slots.ts';
import type { Schedule } from './types.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const TOKYO = { from: '2026-12-03', to: '2026-12-09', timeZone: 'Asia/Tokyo' };

const berlin: Schedule = {
  timeZone: 'Europe/Berlin',
  weekly: [{ days: EVERY_DAY, from: '09:00', to: '17:00' }],
  overrides: [],
  trips: [TOKYO],
};

const utc = (time: number) => new Date(time).toISOString().slice(5, 16);

/** Open hours as `from/to` in UTC. */
const openHours = (schedule: Schedule, from: string, to: string) =>
  availabilityWindows(writePastMidnight(schedule), { from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`) }).map(
    ({ from, to }) => `${utc(from)}/${utc(to)}`,
  );

describe('on the dates of a trip hours are in its zone', () => {
  test('from the first through the last of them', () => {
    expect(openHours(berlin, '2026-12-02T00:00', '2026-12-03T12:00')).toEqual([
      '12-02T08:00/12-02T16:00',
      '12-03T00:00/12-03T08:00',
    ]);
    expect(openHours(berlin, '2026-12-09T00:00', '2026-12-10T20:00')).toEqual([
      '12-09T00:00/12-09T08:00',
      '12-10T08:00/12-10T16:00',
    ]);
  });

  test('also those of overrides', () => {
    const overrides = [{ date: '2026-12-04', intervals: [['10:00', '12:00']] as const }];
    expect(openHours({ ...berlin, overrides }, '2026-12-03T23:00', '2026-12-04T23:00')).toEqual([
      '12-04T01:00/12-04T03:00',
    ]);
  });

  test('and those past midnight in the zone of the date they begin on', () => {
    const weekly = [{ days: EVERY_DAY, from: '22:00', to: '02:00' }];
    expect(openHours({ ...berlin, weekly }, '2026-12-02T12:00', '2026-12-03T18:00')).toEqual([
      '12-02T21:00/12-03T01:00',
      '12-03T13:00/12-03T17:00',
    ]);
    expect(openHours({ ...berlin, weekly }, '2026-12-09T12:00', '2026-12-11T12:00')).toEqual([
      '12-09T13:00/12-09T17:00',
      '12-10T21:00/12-11T01:00',
    ]);
  });

  test('by the changes of its clocks', () => {
    const trips = [{ from: '2027-11-06', to: '2027-11-07', timeZone: 'America/New_York' }];
    const hours = openHours({ ...berlin, trips }, '2027-11-06T00:00', '2027-11-08T00:00');
    expect(hours).toEqual(['11-06T13:00/11-06T21:00', '11-07T14:00/11-07T22:00']);
  });

  test('where the date begins a day sooner than the last one at home ends', () => {
    const trips = [{ from: '2026-12-03', to: '2026-12-03', timeZone: 'Pacific/Kiritimati' }];
    const honolulu = { ...berlin, timeZone: 'Pacific/Honolulu', trips };
    expect(openHours(honolulu, '2026-12-02T12:00', '2026-12-05T12:00')).toEqual([
      '12-02T19:00/12-03T03:00',
      '12-04T19:00/12-05T03:00',
    ]);
  });

  test('on trips in any order, one right after the other', () => {
    const trips = [{ from: '2026-12-10', to: '2026-12-10', timeZone: 'America/New_York' }, TOKYO];
    expect(openHours({ ...berlin, trips }, '2026-12-09T00:00', '2026-12-11T20:00')).toEqual([
      '12-09T00:00/12-09T08:00',
      '12-10T14:00/12-10T22:00',
      '12-11T08:00/12-11T16:00',
    ]);
  });
});

/** Every time of a range, each with why it is not offered. */
const reasons = (schedule: Schedule, from: string, to: string) =>
  explainSlots({
    schedule: writePastMidnight(schedule),
    rules: {
      durationMinutes: 240,
      slotIntervalMinutes: null,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 60,
      minimumNoticeMinutes: 0,
      bookingWindow: { kind: 'rolling', days: 60 },
    },
    busy: [],
    calendar: [],
    limits: [],
    range: { from: Date.parse(`${from}Z`), to: Date.parse(`${to}Z`) },
    now: Date.parse('2026-12-01T00:00Z'),
  }).map(({ startsAt, refusal }) => `${utc(startsAt)} ${refusal ?? 'offered'}`);

describe('on a public holiday', () => {
  const home: Schedule = { ...berlin, trips: [], holidays: ['2026-12-25'] };
  test('nothing is offered, and it has no buffer', () => {
    const around = { ...home, weekly: [{ days: EVERY_DAY, from: '16:00', to: '24:00' }] };
    expect(reasons(around, '2026-12-24T12:00', '2026-12-26T20:00')).toEqual([
      '12-24T15:00 offered',
      '12-24T19:00 offered',
      '12-25T15:00 holiday',
      '12-25T19:00 holiday',
      '12-26T15:00 offered',
      '12-26T19:00 offered',
    ]);
  });

  test('hours of an override win', () => {
    const overrides = [{ date: '2026-12-25', intervals: [['10:00', '14:00']] as const }];
    expect(reasons({ ...home, overrides }, '2026-12-25T00:00', '2026-12-26T00:00')).toEqual(['12-25T09:00 offered']);
  });

  test('hours that begin on it end at midnight, those that began before are refused from midnight on', () => {
    const weekly = [{ days: EVERY_DAY, from: '20:00', to: '04:00' }];
    expect(reasons({ ...home, weekly }, '2026-12-24T12:00', '2026-12-26T23:00')).toEqual([
      '12-24T19:00 offered',
      '12-24T23:00 holiday',
      '12-25T19:00 holiday',
      '12-26T19:00 offered',
    ]);
  });

  test('it is the local day of where the host is', () => {
    const trips = [{ from: '2026-12-20', to: '2026-12-28', timeZone: 'Asia/Tokyo' }];
    expect(reasons({ ...home, trips }, '2026-12-23T23:00', '2026-12-26T06:00')).toEqual([
      '12-24T00:00 offered',
      '12-24T04:00 offered',
      '12-25T00:00 holiday',
      '12-25T04:00 holiday',
      '12-26T00:00 offered',
      '12-26T04:00 offered',
    ]);
  });

  test('meetings are outside the hours', () => {
    const meetings = [24, 25, 26].map((day) => ({
      startsAt: new Date(Date.UTC(2026, 11, day, 9)),
      endsAt: new Date(Date.UTC(2026, 11, day, 10)),
    }));
    expect(meetingsOutside(meetings, home)).toEqual([meetings[1]]);
  });
});

import { describe, expect, test } from 'vitest';
import { eventIdOf } from './create-event.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';

const LINK = 'https://meet.google.com/abc-defg-hij';
const TIMES = {
  start: { dateTime: '2026-11-24T10:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-11-24T09:30:00Z' },
};

const read = (more: object) => asMeeting(eventAnswer.parse({ id: 'e1', kind: 'calendar#event', ...TIMES, ...more }));
const madeBy = (statusCode: string) => ({ conferenceData: { createRequest: { status: { statusCode } } } });
const withEntryPoints = (...entryPoints: object[]) => ({ conferenceData: { entryPoints } });

describe('the link of an event', () => {
  test.each([
    ['hangoutLink', { hangoutLink: LINK }, LINK, true],
    [
      'a video entry point',
      withEntryPoints({ entryPointType: 'phone' }, { entryPointType: 'video', uri: LINK }),
      LINK,
      true,
    ],
    ['pending', madeBy('pending'), null, true],
    ['made, but not shown yet', madeBy('success'), null, true],
    ['failed', madeBy('failure'), null, false],
    ['no conference at all', {}, null, false],
    ['only a phone', withEntryPoints({ entryPointType: 'phone', uri: 'tel:+1' }), null, false],
    ['no https', { hangoutLink: 'javascript:alert(1)' }, null, false],
  ] as const)('%s', (_case, event, joinUrl, linkExpected) => {
    expect(read(event)).toMatchObject({ joinUrl, linkExpected });
  });
});

test('times are instants with any offset', () => {
  expect(read({})).toMatchObject({
    startsAt: Date.UTC(2026, 10, 24, 9),
    endsAt: Date.UTC(2026, 10, 24, 9, 30),
  });
});

test('an all-day event is a day of UTC', () => {
  expect(read({ start: { date: '2026-11-24' }, end: { date: '2026-11-25' } })).toMatchObject({
    timeless: true,
    startsAt: Date.UTC(2026, 10, 24),
    endsAt: Date.UTC(2026, 10, 25),
  });
});

test('a cancelled event is gone, with and without its details', () => {
  expect(read({ status: 'cancelled' })).toBeNull();
  expect(asMeeting(eventAnswer.parse({ id: 'e1', status: 'cancelled' }))).toBeNull();
});

test('times are sent as instants, with the zone to show them in', () => {
  const startsAt = Date.UTC(2026, 10, 24, 9);
  const wanted = { startsAt, endsAt: startsAt + 60_000, title: 'T', description: '', timeZone: 'Asia/Tokyo' };
  expect(fieldsOf(wanted)).toEqual({
    summary: 'T',
    start: { dateTime: '2026-11-24T09:00:00.000Z', timeZone: 'Asia/Tokyo' },
    end: { dateTime: '2026-11-24T09:01:00.000Z', timeZone: 'Asia/Tokyo' },
  });
});

test('event ids are stable, distinct by generation, and of Google’s alphabet', () => {
  const marker = 'local.0192f3a1-7c5b-7abc-8def-0123456789ab';
  const ids = [0, 1, 2].map((generation) => eventIdOf(marker, generation));
  expect(ids[0]).toBe('0192f3a17c5b7abc8def0123456789ab');
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[a-v0-9]{5,1024}$/);
});

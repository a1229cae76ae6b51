import { describe, expect, test } from 'vitest';
import { noProviderSamples, PROVIDER_SAMPLES, providerSample } from '#test/fixtures/provider-samples.ts';
import { transactionIdOf } from './create-event.ts';
import { asMeeting, eventAnswer, fieldsOf } from './event.ts';

const CREATED = Date.parse('2026-11-20T09:00:00Z');

const event = {
  id: 'AAMk=',
  start: { dateTime: '2026-12-01T10:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-12-01T10:30:00.0000000', timeZone: 'UTC' },
  createdDateTime: '2026-11-20T09:00:00.8022848Z',
  isCancelled: false,
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0' },
};

const read = (changes: object = {}, after = 1_000) =>
  asMeeting(eventAnswer.parse({ ...event, ...changes }), CREATED + after);

test('times without an offset are UTC, as every call asks', () => {
  expect(read()).toMatchObject({
    id: 'AAMk=',
    startsAt: Date.parse('2026-12-01T10:00:00Z'),
    endsAt: Date.parse('2026-12-01T10:30:00Z'),
    joinUrl: event.onlineMeeting.joinUrl,
    linkExpected: true,
  });
});

test('a time in another zone is no answer to what was asked', () => {
  const start = { dateTime: '2026-12-01T10:00:00.0000000', timeZone: 'Pacific Standard Time' };
  expect(eventAnswer.safeParse({ ...event, start }).success).toBe(false);
});

describe('without a link', () => {
  test.each<[why: string, changes: object, linkExpected: boolean]>([
    ['Teams is still making it', { onlineMeeting: null }, true],
    ['the account makes no online meetings', { isOnlineMeeting: false, onlineMeeting: null }, false],
    ['no provider took it', { onlineMeetingProvider: 'unknown', onlineMeeting: null }, false],
    ['the address is none', { onlineMeeting: { joinUrl: 'javascript:alert(1)' } }, true],
  ])('%s', (_why, changes, linkExpected) => {
    expect(read(changes)).toMatchObject({ joinUrl: null, linkExpected });
  });

  test('it is not waited for for ever', () => {
    expect(read({ onlineMeeting: null }, 11 * 60_000)).toMatchObject({ joinUrl: null, linkExpected: false });
  });
});

test('personal accounts’ links are as good', () => {
  const joinUrl = 'https://teams.live.com/meet/9312345678901';
  expect(read({ onlineMeeting: { joinUrl } })).toMatchObject({ joinUrl });
});

test('a cancelled event is gone', () => {
  expect(read({ isCancelled: true })).toBeNull();
});

test('what follows the booking is title and times, never the body', () => {
  const wanted = {
    title: 'T',
    description: 'D',
    timeZone: 'Europe/Berlin',
    startsAt: CREATED,
    endsAt: CREATED + 60_000,
  };
  expect(fieldsOf(wanted)).toEqual({
    subject: 'T',
    start: { dateTime: '2026-11-20T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-11-20T09:01:00', timeZone: 'UTC' },
    isAllDay: false,
  });
});

test('a transaction id is one UUID per marker and generation', () => {
  const id = transactionIdOf('local.0192', 0);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(transactionIdOf('local.0192', 0)).toBe(id);
  expect(new Set([id, transactionIdOf('local.0192', 1), transactionIdOf('local.0193', 0)]).size).toBe(3);
});

test.skipIf(noProviderSamples)(`the documented event ${PROVIDER_SAMPLES}`, () => {
  const { body } = providerSample('graph.event.enable_online.response');
  expect(asMeeting(eventAnswer.parse(body))).toMatchObject({
    id: 'AAMkADAGu0AABIGYDaAAA=',
    startsAt: Date.parse('2019-11-18T23:00:00Z'),
    endsAt: Date.parse('2019-11-19T00:00:00Z'),
    joinUrl: expect.stringContaining('https://teams.microsoft.com/l/meetup-join/'),
    createdAt: Date.parse('2019-11-15T02:13:38.555Z'),
  });
});

test('an all-day event has no time of day', () => {
  expect(read({ isAllDay: true })).toMatchObject({ timeless: true });
  expect(read({ isAllDay: false })).not.toHaveProperty('timeless');
});

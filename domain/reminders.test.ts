import { describe, expect, test } from 'vitest';
import { dueReminders } from './reminders.ts';

const MINUTE = 60_000;
const startsAt = Date.UTC(2026, 11, 10, 12);
const before = (minutes: number) => startsAt - minutes * MINUTE;
const ask = (change: { scheduledAt?: number; now: number; sent?: number[]; offsets?: number[] }) =>
  dueReminders({ startsAt, offsets: [60, 1440], scheduledAt: before(10_000), sent: [], ...change });

describe('reminders a day and an hour before', () => {
  test('wait for the first of them', () => {
    expect(ask({ now: before(5000) })).toEqual({ send: [], nextDueAt: before(1440) });
  });
  test('are never early, and due to the millisecond', () => {
    expect(ask({ now: before(1440) - 1 }).send).toEqual([]);
    expect(ask({ now: before(1440) })).toEqual({ send: [1440], nextDueAt: before(60) });
  });
  test('are sent once', () => {
    expect(ask({ now: before(1439), sent: [1440] })).toEqual({ send: [], nextDueAt: before(60) });
    expect(ask({ now: before(59), sent: [1440, 60] })).toEqual({ send: [], nextDueAt: null });
  });
  test('are skipped where their time was past when the meeting was agreed', () => {
    const scheduledAt = before(600);
    expect(ask({ scheduledAt, now: before(599) })).toEqual({ send: [], nextDueAt: before(60) });
    expect(ask({ scheduledAt: before(30), now: before(29) })).toEqual({ send: [], nextDueAt: null });
    expect(ask({ scheduledAt: before(1440), now: before(1440) }).send).toEqual([]);
  });
  test('are sent late when everything was down and nothing later is due', () => {
    expect(ask({ now: before(90) })).toEqual({ send: [1440], nextDueAt: before(60) });
  });
  test('give way to a later one that is due as well, sent or not', () => {
    expect(ask({ now: before(20) })).toEqual({ send: [60], nextDueAt: null });
    expect(ask({ now: before(20), sent: [60] })).toEqual({ send: [], nextDueAt: null });
  });
  test('are not sent once the meeting has begun', () => {
    expect(ask({ now: startsAt - 1 }).send).toEqual([60]);
    expect(ask({ now: startsAt })).toEqual({ send: [], nextDueAt: null });
  });
});

test('no reminders, or one named twice, cause no harm', () => {
  expect(ask({ offsets: [], now: before(10) })).toEqual({ send: [], nextDueAt: null });
  expect(ask({ offsets: [30, 30], now: before(30) })).toEqual({ send: [30], nextDueAt: null });
});

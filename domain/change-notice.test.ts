import { expect, test } from 'vitest';
import { changeableUntil } from './change-notice.ts';

const startsAt = new Date('2026-12-01T09:00:00Z');

test.each([
  ['confirmed', 0, '2026-12-01T09:00:00.000Z'],
  ['confirmed', 1_440, '2026-11-30T09:00:00.000Z'],
  ['pending', 1_440, '2026-12-01T09:00:00.000Z'],
] as const)(
  'a guest whose booking is %s with a notice of %s minutes may change it until %s',
  (status, notice, until) => {
    expect(changeableUntil({ status, startsAt, changeNoticeMinutes: notice }).toISOString()).toBe(until);
  },
);

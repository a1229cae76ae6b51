import { describe, expect, test } from 'vitest';
import { endsOutage, isGivenUp, nextWebhookStep, outageWaitMs, retryWaitMs, type WebhookStanding } from './attempts.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WAITS = { WEBHOOK_RETRY_MS: 10_000, WEBHOOK_RETRY_CAP_MS: 6 * HOUR_MS };
const NOW = Date.parse('2026-12-01T09:00:00Z');

describe('waits between attempts', () => {
  test('double from ten seconds on and end at six hours', () => {
    const waits = [1, 2, 3, 12, 13, 40].map((attempts) => retryWaitMs(WAITS, attempts, 0.5));
    expect(waits).toEqual([10_000, 20_000, 40_000, 20_480_000, 6 * HOUR_MS, 6 * HOUR_MS]);
  });

  test('fill three days with two dozen attempts', () => {
    let [attempts, passed] = [0, 0];
    while (passed < 3 * DAY_MS) passed += retryWaitMs(WAITS, (attempts += 1), 0.5);
    expect(attempts).toBeGreaterThan(20);
    expect(attempts).toBeLessThan(30);
  });

  test('are spread by a tenth to either side', () => {
    expect([retryWaitMs(WAITS, 1, 0), retryWaitMs(WAITS, 1, 1)]).toEqual([9_000, 11_000]);
  });

  test('are as long as the receiver asks, within the cap', () => {
    expect(retryWaitMs(WAITS, 1, 0.5, 60_000)).toBe(60_000);
    expect(retryWaitMs(WAITS, 5, 0.5, 60_000)).toBe(160_000);
    expect(retryWaitMs(WAITS, 1, 0.5, DAY_MS)).toBe(6 * HOUR_MS);
  });

  test('of the whole webhook begin where attempts fail one after the other', () => {
    expect([0, 4, 5, 6].map((failures) => outageWaitMs(WAITS, failures, 0.5))).toEqual([0, 0, 10_000, 20_000]);
  });
});

describe('the next step', () => {
  const quiet: WebhookStanding = { state: 'active', troubleSince: null, retryAt: null, nextDueAt: null, now: NOW };
  const step = (changes: Partial<WebhookStanding>) => nextWebhookStep({ ...quiet, ...changes }, 3 * DAY_MS);

  test.each([
    ['nothing is queued', {}, { kind: 'nothing' }],
    ['something is due', { nextDueAt: NOW }, { kind: 'deliver' }],
    ['it becomes due later', { nextDueAt: NOW + 5 }, { kind: 'wait', until: NOW + 5 }],
    ['its receiver is down', { nextDueAt: NOW, retryAt: NOW + 9 }, { kind: 'wait', until: NOW + 9 }],
    ['it is paused', { nextDueAt: NOW, state: 'paused' }, { kind: 'nothing' }],
    [
      'it has failed for less than three days',
      { nextDueAt: NOW, troubleSince: NOW - 3 * DAY_MS + 1 },
      { kind: 'deliver' },
    ],
    ['it has failed for three days', { nextDueAt: NOW, troubleSince: NOW - 3 * DAY_MS }, { kind: 'pause' }],
    ['all that failed was deleted', { troubleSince: NOW - 3 * DAY_MS }, { kind: 'nothing' }],
  ] as const)('where %s', (_when, changes, expected) => expect(step(changes)).toEqual(expected));
});

test.each([
  [5, 60_000, true],
  [5, 59_999, false],
  [4, 60_000, false],
])('%i failures within %i ms before a success are an outage: %s', (failures, ms, expected) =>
  expect(endsOutage({ failures, troubleSince: NOW - ms, now: NOW })).toBe(expected),
);

test('a delivery is given up alone where others were delivered meanwhile', () => {
  const times = { firstTriedAt: NOW - 3 * DAY_MS, troubleSince: NOW - DAY_MS, now: NOW };
  expect(isGivenUp(times, 3 * DAY_MS)).toBe(true);
  expect(isGivenUp({ ...times, firstTriedAt: NOW - 3 * DAY_MS + 1 }, 3 * DAY_MS)).toBe(false);
  expect(isGivenUp({ ...times, troubleSince: times.firstTriedAt }, 3 * DAY_MS)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import {
  noProviderSamples,
  PROVIDER_SAMPLES,
  providerSample,
  providerSamples,
} from '#test/fixtures/provider-samples.ts';
import type { ProviderErrorKind } from '../provider-error.ts';
import { zoomError } from './errors.ts';

const NOW = Date.parse('2025-01-19T22:30:00Z');
const UNTIL_MIDNIGHT = 90 * 60_000;
const CREATE = '/v2/users/me/meetings';
const MEETING = '/v2/meetings/123456789';

/** Zoom's documented bodies, by the id they have among the samples, and what each means where it occurs. */
const DOCUMENTED: readonly (readonly [id: string, path: string, kind: ProviderErrorKind, code: string])[] = [
  ['zoom.error.validation', CREATE, 'rejected', 'meeting_invalid'],
  ['zoom.error.badjson', CREATE, 'rejected', 'meeting_invalid'],
  ['zoom.error.token', MEETING, 'expired_access', 'access_refused'],
  ['zoom.error.scope', MEETING, 'reauthorize', 'scopes_missing'],
  ['zoom.error.notfound', MEETING, 'gone', 'meeting_gone'],
  ['zoom.error.user', CREATE, 'rejected', 'account_missing'],
  ['zoom.error.429.qps', CREATE, 'rate_limited', 'provider_busy'],
  ['zoom.error.429.daily', CREATE, 'rate_limited', 'daily_limit'],
  ['zoom.error.429.user', CREATE, 'rate_limited', 'daily_limit'],
];

describe.skipIf(noProviderSamples)(`the documented bodies ${PROVIDER_SAMPLES}`, () => {
  test.each(DOCUMENTED)('%s at %s is %s (%s)', (id, path, kind, code) => {
    const { status, headers, body } = providerSample(id);
    expect(read(path, status, body, headers ?? {})).toMatchObject({ kind, facts: { code, status, definite: true } });
  });

  test('no sample of an error is left out', () => {
    const ids = providerSamples('zoom.error.').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(DOCUMENTED.map(([id]) => id).toSorted());
  });
});

test.each([3001, 300, 1001, 3002])('a meeting’s 404 means gone with the number %i too', (code) => {
  expect(read(MEETING, 404, { code, message: 'x' }).kind).toBe('gone');
});

test.each([null, {}, '<html>'])('a 404 without Zoom’s number is not Zoom’s and ends no booking: %j', (body) => {
  expect(read(MEETING, 404, body)).toMatchObject({ kind: 'unavailable', facts: { definite: true } });
});

test('a refused token is told by the status, with any error number', () => {
  expect(read(MEETING, 401, { code: 300, message: 'x' }).kind).toBe('expired_access');
});

test('a missing permission is told by its number, with a 401 as well', () => {
  expect(read(MEETING, 401, { code: 4711, message: 'x' }).kind).toBe('reauthorize');
});

const deletion = (code: number) => read(MEETING, 400, { code, message: 'x' }, {}, 'DELETE');

describe('a deletion', () => {
  test('of a meeting that people are in is tried again when they may have left', () => {
    expect(deletion(3002)).toMatchObject({ kind: 'rate_limited', facts: { scope: 'call', retryAfterMs: 300_000 } });
    expect(read(MEETING, 400, { code: 3002, message: 'x' }).kind).toBe('rejected');
  });

  test('of a meeting that has ended is done', () => {
    expect(deletion(3007).kind).toBe('gone');
  });
});

describe('too many calls', () => {
  const user = 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted';

  test('the daily cap parks the account until midnight UTC', () => {
    const { facts } = read(CREATE, 429, { code: 429, message: user });
    expect(facts).toMatchObject({ scope: 'account', retryAfterMs: UNTIL_MIDNIGHT });
  });

  test('or until the instant Zoom names', () => {
    const headers = { 'Retry-After': '2025-01-19T23:00:00Z', 'X-RateLimit-Type': 'Daily-limit' };
    expect(read(MEETING, 429, { code: 4001, message: 'x' }, headers).facts).toMatchObject({
      scope: 'account',
      retryAfterMs: 30 * 60_000,
    });
  });

  test('a burst waits a moment and parks nothing', () => {
    const headers = { 'X-RateLimit-Type': 'QPS' };
    const { facts } = read(MEETING, 429, { code: 429, message: 'maximum per-second rate limit' }, headers);
    expect(facts).toMatchObject({ scope: 'call', retryAfterMs: 1_000 });
  });
});

test.each([500, 502, 503])('a %i leaves the outcome unknown, even with a number of Zoom’s', (status) => {
  expect(read(CREATE, status, { code: 300 })).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
});

test('no sentence carries Zoom’s own words', () => {
  const error = read(CREATE, 400, { code: 300, message: 'secret words' });
  expect(error.message).not.toContain('secret words');
  expect(error.facts.detail).toContain('secret words');
});

function read(
  path: string,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  method: 'POST' | 'DELETE' = 'POST',
) {
  const url = new URL(path, 'https://api.zoom.us');
  return zoomError({ method, url, status, body, headers: new Headers(headers) }, NOW);
}

import { describe, expect, test } from 'vitest';
import {
  noProviderSamples,
  PROVIDER_SAMPLES,
  providerSample,
  providerSamples,
} from '#test/fixtures/provider-samples.ts';
import type { ProviderErrorKind } from '../provider-error.ts';
import { meetError } from './errors.ts';

/** Google's documented error bodies, by the id they have among the samples. */
const DOCUMENTED: readonly (readonly [id: string, kind: ProviderErrorKind, code: string])[] = [
  ['google.error.400.conference', 'rejected', 'meet_unavailable'],
  ['google.error.401', 'expired_access', 'access_refused'],
  ['google.error.403.userRate', 'rate_limited', 'provider_busy'],
  ['google.error.403.rate', 'rate_limited', 'provider_busy'],
  ['google.error.403.quota', 'rate_limited', 'quota_exceeded'],
  ['google.error.403.nonOrganizer', 'rejected', 'not_organizer'],
  ['google.error.404', 'gone', 'meeting_gone'],
  ['google.error.409.duplicate', 'conflict', 'duplicate'],
  ['google.error.410.sync', 'conflict', 'list_outdated'],
  ['google.error.410.deleted', 'gone', 'meeting_gone'],
  ['google.error.412', 'conflict', 'meeting_conflict'],
  ['google.error.429', 'rate_limited', 'provider_busy'],
  ['google.error.500', 'unavailable', 'provider_unavailable'],
];

describe.skipIf(noProviderSamples)(`the documented bodies ${PROVIDER_SAMPLES}`, () => {
  test.each(DOCUMENTED)('%s is %s (%s)', (id, kind, code) => {
    const { status, body } = providerSample(id);
    expect(read(status, body)).toMatchObject({ kind, facts: { code, status, definite: kind !== 'unavailable' } });
  });

  test('no sample of an error is left out', () => {
    const ids = providerSamples('google.error.').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(DOCUMENTED.map(([id]) => id).toSorted());
  });
});

describe('the reason decides, not the status', () => {
  test.each([
    [400, 'updatedMinTooLongAgo', 'conflict'],
    [403, 'insufficientPermissions', 'reauthorize'],
    [403, 'accessNotConfigured', 'misconfigured'],
    [403, 'rateLimitExceeded', 'rate_limited'],
    [403, 'somethingNew', 'rejected'],
    [400, 'required', 'rejected'],
    [401, 'required', 'expired_access'],
    [500, 'rateLimitExceeded', 'rate_limited'],
  ] as const)('%i %s is %s', (status, reason, kind) => {
    expect(read(status, bodyOf(reason)).kind).toBe(kind);
  });
});

test.each([403, 404, 410])('a %i without a reason is a gateway’s and ends no booking', (status) => {
  expect(read(status, null)).toMatchObject({ kind: 'unavailable', facts: { definite: true } });
});

test.each([500, 502, 503, 504])('a %i leaves the outcome unknown', (status) => {
  expect(read(status, '<html>')).toMatchObject({ kind: 'unavailable', facts: { definite: false } });
});

test('a spent quota parks the account for an hour, a burst only the call', () => {
  expect(read(403, bodyOf('quotaExceeded')).facts).toMatchObject({ scope: 'account', retryAfterMs: 3_600_000 });
  expect(read(403, bodyOf('userRateLimitExceeded')).facts.scope).toBe('call');
});

test('a Retry-After counts, though Google documents none', () => {
  expect(read(429, bodyOf('rateLimitExceeded'), { 'retry-after': '7' }).facts.retryAfterMs).toBe(7_000);
});

test('no sentence carries Google’s own words', () => {
  const error = read(403, bodyOf('rateLimitExceeded', 'secret words'));
  expect(error.message).not.toContain('secret words');
});

function read(status: number, body: unknown, headers: Record<string, string> = {}) {
  return meetError({
    method: 'POST',
    url: new URL('https://www.googleapis.com/'),
    status,
    body,
    headers: new Headers(headers),
  });
}

function bodyOf(reason: string, message = reason) {
  return { error: { errors: [{ domain: 'global', reason, message }], code: 403, message } };
}

import { describe, expect, test } from 'vitest';
import {
  noProviderSamples,
  PROVIDER_SAMPLES,
  providerSample,
  providerSamples,
} from '#test/fixtures/provider-samples.ts';
import type { ProviderErrorKind } from '../provider-error.ts';
import { DuplicateTransaction, graphError } from './errors.ts';

const NOW = Date.parse('2026-12-01T10:00:00Z');

/** Graph's bodies by the id they have among the samples, and what each means. */
const DOCUMENTED: readonly (readonly [id: string, kind: ProviderErrorKind, code: string])[] = [
  ['graph.error.429', 'rate_limited', 'provider_busy'],
  ['graph.error.notfound', 'gone', 'meeting_gone'],
  ['graph.error.duplicateTransactionId', 'conflict', 'duplicate'],
  ['graph.error.token', 'expired_access', 'access_refused'],
];

describe.skipIf(noProviderSamples)(`the documented bodies ${PROVIDER_SAMPLES}`, () => {
  test.each(DOCUMENTED)('%s is %s (%s)', (id, kind, code) => {
    const { status, headers, body } = providerSample(id);
    expect(read(status, body, headers ?? {})).toMatchObject({ kind, facts: { code, status } });
  });

  test('no sample of an error is left out', () => {
    const ids = providerSamples('graph.error.').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(DOCUMENTED.map(([id]) => id).toSorted());
  });
});

test.each<[status: number, code: string, kind: ProviderErrorKind]>([
  [401, 'AuthenticationError', 'expired_access'],
  [403, 'ErrorAccessDenied', 'reauthorize'],
  [403, 'Forbidden', 'rejected'],
  [404, 'ResourceNotFound', 'gone'],
  [404, 'MailboxNotEnabledForRESTAPI', 'rejected'],
  [409, 'ErrorIrresolvableConflict', 'conflict'],
  [412, 'ErrorIrresolvableConflict', 'conflict'],
  [400, 'ErrorInvalidRequest', 'rejected'],
  [500, 'ErrorItemNotFound', 'unavailable'],
  [504, 'UnknownError', 'unavailable'],
])('%i %s is %s', (status, code, kind) => {
  expect(read(status, { error: { code, message: 'x' } }).kind).toBe(kind);
});

test.each([
  [403, null],
  [404, '<html>'],
  [404, {}],
])('%i without a code is a gateway’s and ends no booking: %j', (status, body) => {
  expect(read(status, body)).toMatchObject({ kind: 'unavailable', facts: { definite: true } });
});

test('a wait in decimal seconds', () => {
  const { facts } = read(429, { error: { code: 'TooManyRequests' } }, { 'Retry-After': '2.128' });
  expect(facts).toMatchObject({ retryAfterMs: 2_128, scope: 'call', definite: true });
});

test('a 503 that names a wait is throttling, and whether a write took effect stays open', () => {
  const limited = read(503, { error: { code: 'serviceNotAvailable' } }, { 'Retry-After': '10.5' });
  expect(limited).toMatchObject({ kind: 'rate_limited', facts: { retryAfterMs: 10_500, definite: false } });
  expect(read(503, { error: { code: 'serviceNotAvailable' } }).kind).toBe('unavailable');
});

test('a mailbox with four calls under way', () => {
  const message = 'Application is over its MailboxConcurrency limit.';
  expect(read(429, { error: { code: 'ApplicationThrottled', message } }).kind).toBe('rate_limited');
});

test.each([400, 409])('a used transaction id (%i) names the event it made', (status) => {
  const error = read(status, { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': 'AAMk=' } });
  expect(error).toBeInstanceOf(DuplicateTransaction);
  expect(error).toMatchObject({ eventId: 'AAMk=', facts: { definite: false } });
});

test('foreign texts stay in the detail', () => {
  const { facts } = read(400, { error: { code: 'ErrorX', message: 'for alex@contoso.example' } });
  expect(facts.text).not.toContain('contoso');
  expect(facts.detail).toBe('400 ErrorX for alex@contoso.example');
});

function read(status: number, body: unknown, headers: Record<string, string> = {}) {
  const url = new URL('https://graph.microsoft.com/v1.0/me/events');
  return graphError({ method: 'POST', url, status, headers: new Headers(headers), body }, NOW);
}

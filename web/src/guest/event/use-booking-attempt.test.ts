import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../../shared/api.ts';
import { createAttemptKeys, isRefusal } from './use-booking-attempt.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('keeps the key over retries of the same body and takes a new one for another', () => {
  const keyFor = createAttemptKeys();
  const first = keyFor('{"a":1}');
  expect(first).toMatch(UUID);
  expect(keyFor('{"a":1}')).toBe(first);
  expect(keyFor('{"a":2}')).not.toBe(first);
});

it('continues an earlier attempt', () => {
  const keyFor = createAttemptKeys({ body: '{"a":1}', key: 'kept' });
  expect(keyFor('{"a":1}')).toBe('kept');
  expect(keyFor('{"a":2}')).not.toBe('kept');
});

it('makes keys where the browser has no randomUUID, as on plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(createAttemptKeys()('x')).toMatch(UUID);
  vi.unstubAllGlobals();
});

it.each([
  [409, 'slot_taken', true],
  [422, 'validation_failed', true],
  [429, 'rate_limited', true],
  [503, 'unavailable', false],
  [0, 'offline', false],
  [0, 'timeout', false],
  [500, 'internal', false],
  [502, 'internal', false],
])('%i %s is a refusal for certain: %s', (status, code, expected) => {
  expect(isRefusal(new ApiProblem({ status, code, title: '', errors: [] }))).toBe(expected);
});

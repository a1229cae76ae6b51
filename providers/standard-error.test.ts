import { expect, test } from 'vitest';
import { standardError } from './standard-error.ts';

test.each([
  [400, 'rejected', true],
  [401, 'expired_access', true],
  [403, 'rejected', true],
  [404, 'gone', true],
  [408, 'unavailable', false],
  [409, 'conflict', true],
  [410, 'gone', true],
  [412, 'conflict', true],
  [422, 'rejected', true],
  [429, 'rate_limited', true],
  [500, 'unavailable', false],
  [503, 'unavailable', false],
])('%i is %s', (status, kind, definite) => {
  const refusal = { method: 'GET', url: new URL('https://x.invalid'), status, headers: new Headers(), body: null };
  const error = standardError({ name: 'Acme', refusal, detail: 'foreign words', now: 0 });
  expect(error).toMatchObject({ kind, facts: { definite, status, detail: 'foreign words' } });
  expect(error.message).toContain('Acme');
  expect(error.message).not.toContain('foreign');
});

import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base);
await host.alwaysOpen();
const { slug } = await host.offer('phone');
const page = { handle: host.handle, slug };
const guest = newGuest(api.base);
const [startsAt = ''] = await guest.freeTimes(
  page,
  new Date(Date.now() + 86_400_000),
  new Date(Date.now() + 2 * 86_400_000),
);

const domain = (length: number) =>
  `${'d'.repeat(60)}.`
    .repeat(5)
    .slice(0, length - 4)
    .replace(/\.$/, 'd')
    .concat('.org');
const LONGEST = `${'a'.repeat(64)}@${domain(189)}`;
const TOO_LONG = { 'before the @': `${'a'.repeat(65)}@example.org`, 'in all': `${'a'.repeat(64)}@${domain(190)}` };

const password = 'correct horse battery';
const name = 'Ann Lee';
const FIELDS = {
  'a booking': [
    `/api/v1/public/${host.handle}/${slug}/bookings`,
    (email: string) => ({ startsAt, guest: { name, email, timeZone: 'UTC' } }),
  ],
  'signing up': ['/api/auth/sign-up/email', (email: string) => ({ name, email, password })],
  'logging in': ['/api/auth/sign-in/email', (email: string) => ({ email, password })],
  'a login link': ['/api/auth/sign-in/magic-link', (email: string) => ({ email })],
  'a forgotten password': ['/api/auth/request-password-reset', (email: string) => ({ email })],
} as const;

const CASES = Object.entries(FIELDS).flatMap(([what, [path, bodyOf]]) =>
  Object.entries(TOO_LONG).map(([where, email]) => [what, where, path, bodyOf(email)] as const),
);

test.each(CASES)('%s refuses an address that is too long %s', async (what, _where, path, body) => {
  const answer = await guest.request('POST', path, body);
  const pointer = what === 'a booking' ? '/guest/email' : '/email';
  expect([answer.status, await answer.json()]).toMatchObject([
    422,
    { code: 'validation_failed', errors: [{ pointer }] },
  ]);
});

test.each(Object.entries(TOO_LONG))('so does the form, for one too long %s', async (_where, email) => {
  const body = new URLSearchParams({ startsAt, name, email, timeZone: 'UTC' });
  const answer = await fetch(`${api.base}/${host.handle}/${slug}`, { method: 'POST', body, redirect: 'manual' });
  expect(answer.status).toBe(422);
});

test('the longest that mail can carry books and signs up', async () => {
  expect(LONGEST).toHaveLength(254);
  const [bookings, bodyOf] = FIELDS['a booking'];
  expect((await guest.request('POST', bookings, bodyOf(LONGEST))).status).toBe(201);
  expect((await signUp(api.base, { email: LONGEST })).email).toBe(LONGEST);
});

import { expect, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { logIn, mailedToken, signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { openSession } from '#dev/clients/session.ts';

const api = await startApi();
const EMPTY = 'an unknown token';
let hours = 48;
const nextFree = () =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + (hours += 1) * 3_600_000).toISOString();

async function hostWithType() {
  const password = 'a long password';
  const host = await signUp(api.base, { name: 'Robin Host', password });
  await host.alwaysOpen();
  const { slug } = await host.offer('phone', { location: { kind: 'phone', value: '+49 30 1234567' } });
  return { host, password, page: { handle: host.handle, slug } };
}

const path = (token: string, verb: string) => `/api/v1/public/bookings/${token}${verb}`;

test('a guest takes everything along and is then forgotten: the link leads nowhere, like one that never was', async () => {
  const { host, page } = await hostWithType();
  const guest = newGuest(api.base, { name: 'Zora Canary' });
  const { token, id } = await guest.book(page, nextFree());
  const data = await guest.json<{ booking: object; mails: object[] }>('POST', path(token, '/export'));
  expect(data.booking).toMatchObject({ id, guestName: 'Zora Canary', guestEmail: guest.email });
  expect(data.mails).toHaveLength(1);

  expect(await guest.json('POST', path(token, '/erase'))).toEqual({ erased: true });
  const answers = await Promise.all(
    [token, token.replace(/^k1/, 'k9'), EMPTY].flatMap((tried) =>
      ['', '/export', '/erase', '/cancel'].map(async (verb) => {
        const answer = await guest.request(verb === '' ? 'GET' : 'POST', path(encodeURIComponent(tried), verb));
        const { code } = (await answer.json()) as { code: string };
        return `${answer.status} ${code}`;
      }),
    ),
  );
  expect(new Set(answers)).toEqual(new Set(['404 not_found']));
  expect(await host.booking(id)).toMatchObject({ status: 'cancelled' });
});

test('a host exports everything and deletes the account: logins and bookings are refused', async () => {
  const { host, password, page } = await hostWithType();
  const guest = newGuest(api.base);
  const { token, id } = await guest.book(page, nextFree());
  const data = await host.json<{ account: object; bookings: object[] }>('POST', '/api/v1/me/export');
  expect(data.account).toMatchObject({ email: host.email });
  expect(data.bookings).toEqual([expect.objectContaining({ id, guestEmail: guest.email })]);
  expect(JSON.stringify(data)).not.toContain('"password"');

  expect((await host.request('DELETE', '/api/v1/me')).status).toBe(204);
  expect((await host.request('GET', '/api/v1/me')).status).toBe(401);
  await expect(logIn(api.base, { email: host.email, password })).rejects.toThrow(Error);
  expect((await guest.request('GET', `/api/v1/public/${page.handle}`)).status).toBe(404);
  expect((await guest.request('GET', `/api/v1/public/${page.handle}/${page.slug}`)).status).toBe(404);
  expect(await guest.read(token)).toMatchObject({ status: 'cancelled' });
});

test('a login link that was on its way when the account was deleted leads nowhere', async () => {
  const { host, page } = await hostWithType();
  const guest = newGuest(api.base);
  await guest.book(page, nextFree());
  const stranger = openSession(api.base);
  const ask = { email: host.email };
  await stranger.json('POST', '/api/auth/sign-in/magic-link', ask);
  const token = await mailedToken(api.mailbox, host.email, /log in/i);
  await host.request('DELETE', '/api/v1/me');
  const use = (mailed: string) => stranger.request('POST', '/api/auth/magic-link/verify', { token: mailed });
  expect((await use(token)).status).toBe(410);
  expect((await stranger.request('GET', '/api/v1/me')).status).toBe(401);
  // Nor does one asked for afterwards, while the row still waits for the guest's mail.
  await stranger.json('POST', '/api/auth/sign-in/magic-link', ask);
  expect((await use(await mailedToken(api.mailbox, host.email, /no insytical account/i))).status).toBe(410);
  expect((await stranger.request('GET', '/api/v1/me')).status).toBe(401);
});

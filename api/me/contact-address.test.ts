import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { PublicHost } from '../guest/schema.ts';
import type { Me } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ann Lee' });
const PATH = '/api/v1/me/contact-address';

const choose = (email: string) => host.json('PUT', PATH, { email });
const shown = async () => (await host.json<PublicHost>('GET', `/api/v1/public/${host.handle}`)).contactEmail;
const confirm = (token: string, who = host) => who.request('POST', `${PATH}/confirm`, { token });

/** The token that was mailed to an address. */
async function tokenFor(address: string): Promise<string> {
  const { text } = await api.mailbox.awaitMail(address, /Show this address/);
  return /\/user\/account\?contact=([\w-]+)/.exec(text)?.[1] ?? '';
}

test('no address is shown until one is chosen; the login’s needs no proof', async () => {
  expect(await shown()).toBeNull();
  const sent = api.sent.length;
  expect(await choose(host.email.toUpperCase())).toEqual({ isMailed: false });
  expect([await shown(), api.sent.length]).toEqual([host.email, sent]);
  expect(await (await fetch(`${api.base}/${host.handle}`)).text()).toContain(`href="mailto:${host.email}"`);
  await host.json('DELETE', PATH);
  expect(await shown()).toBeNull();
});

test('another address is shown once its link was followed, once and by that host alone', async () => {
  const [address, other] = [`hello-${randomUUID()}@example.com`, await signUp(api.base, { name: 'Bob' })];
  expect(await choose(address)).toEqual({ isMailed: true });
  expect(await shown()).toBeNull();
  const token = await tokenFor(address);
  expect((await confirm(token, other)).status).toBe(410);
  expect((await other.json<Me>('GET', '/api/v1/me')).contactEmail).toBeNull();
  const answers = await Promise.all([confirm(token), confirm(token)]);
  expect(answers.map(({ status }) => status).toSorted((one, next) => one - next)).toEqual([200, 410]);
  expect(await shown()).toBe(address);
});

test('links to prove an address end with the account’s logins', async () => {
  const [address, gone] = [`hello-${randomUUID()}@example.com`, await signUp(api.base, { name: 'Carl' })];
  await gone.json('PUT', PATH, { email: address });
  await tokenFor(address);
  const kept = () => api.orm.em.fork().execute('select 1 from verifications where value like ?', [`%${address}%`]);
  expect(await kept()).toHaveLength(1);
  await gone.json('DELETE', '/api/v1/me', {});
  expect(await kept()).toEqual([]);
});

test('refused: what is no address, no login, more mails than an hour may bring', async () => {
  expect((await host.request('PUT', PATH, { email: 'ann' })).status).toBe(422);
  expect((await fetch(`${api.base}${PATH}`, { method: 'PUT' })).status).toBe(401);
  expect((await confirm('no-token')).status).toBe(410);
});

test('whether guests see the login’s address is chosen apart; a new host shows it to no guest', async () => {
  const one = await signUp(api.base, { name: 'Dora' });
  expect((await one.json<Me>('GET', '/api/v1/me')).showsLoginEmail).toBe(false);
  expect(await one.json('PATCH', '/api/v1/me', { showsLoginEmail: true })).toMatchObject({ showsLoginEmail: true });
  // The page shows an address only where one was chosen for it.
  expect((await one.json<PublicHost>('GET', `/api/v1/public/${one.handle}`)).contactEmail).toBeNull();
  expect(await (await fetch(`${api.base}/${one.handle}`)).text()).not.toContain(one.email);
});

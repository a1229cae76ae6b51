import { expect, test } from 'vitest';
import { mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession } from '#dev/clients/session.ts';
import { startApi } from '#test/fixtures/running-api.ts';

// A tenth: 2 wrong passwords an hour of one network, 10 of all together; many requests otherwise.
const api = await startApi({ environment: { TRUSTED_PROXIES: '1', RATE_LIMIT_SCALE: '0.1' } });
const PASSWORD = 'a long password';

let networks = 0;
const newNetwork = () => `203.0.113.${(networks += 1)}`;

const { email } = await signUp(api.base, { password: PASSWORD });
const tryIt = async (password: string, from: string, address = email) => {
  const headers = { 'X-Forwarded-For': from };
  const body = { email: address, password };
  const answer = await openSession(api.base).request('POST', '/api/auth/sign-in/email', body, headers);
  await answer.body?.cancel();
  return answer.status;
};

test('right passwords are not counted', async () => {
  for (let turn = 0; turn < 12; turn += 1) expect(await tryIt(PASSWORD, newNetwork())).toBe(200);
});

test('wrong passwords use up the network’s share, then the account’s budget; unknown addresses are answered alike', async () => {
  const HOME = '198.51.100.7';
  expect(await tryIt(PASSWORD, HOME)).toBe(200);
  const guessAll = async (address: string) => {
    const statuses = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const from = newNetwork();
      for (let guess = 0; guess < 2; guess += 1) statuses.push(await tryIt(`wrong ${turn} ${guess}`, from, address));
    }
    return statuses;
  };
  const known = await guessAll(email);
  expect(known).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  expect(await guessAll('nobody@example.com')).toEqual(known);
  // Even the right one is refused to strangers, so that they cannot tell.
  expect(await tryIt(PASSWORD, newNetwork())).toBe(429);
  // The host is in: where they are logged in already, and by a link from anywhere.
  expect(await tryIt(PASSWORD, HOME)).toBe(200);
  const headers = { 'X-Forwarded-For': newNetwork() };
  const session = openSession(api.base);
  await session.json('POST', '/api/auth/sign-in/magic-link', { email }, headers);
  const token = await mailedToken(api.mailbox, email, /log in/i);
  expect((await session.request('POST', '/api/auth/magic-link/verify', { token }, headers)).status).toBe(200);
});

import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { clientAddress, networkOf } from './client-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['unknown', 'unknown'],
  ['10.1', '10.1'],
])('%s is the address %s', (given, address) => {
  expect(clientAddress(given)).toBe(address);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
  ['2001:db8::1', '2001:db8::1:0:0:1', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  // Shortened in the middle of the network itself.
  ['2001:db8::1', '2001:db8:0:1::1', false],
  ['2001::1', '2001:db8::1', false],
  ['203.0.113.7:1', '::ffff:203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
])('%s and %s are of one network: %s', (one, other, isSame) => {
  expect(networkOf(one) === networkOf(other)).toBe(isSame);
});

test('guesses from one IPv6 network shut no other network out of the login', async () => {
  const api = await startApi({ environment: { RATE_LIMIT_SCALE: '1', TRUSTED_PROXIES: '1' } });
  const logIn = async (address: string) => {
    const answer = await fetch(`${api.base}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Forwarded-For': address },
      body: JSON.stringify({ email: 'ann@example.com', password: 'a wrong password' }),
    });
    await answer.body?.cancel();
    return answer.status;
  };
  for (let turn = 1; turn <= 20; turn += 1) expect(await logIn(`[2001:db8:1::${turn}]:4711`)).toBe(401);
  expect(await logIn('2001:db8:1::21')).toBe(429);
  expect(await logIn('2001:db8:2::1')).toBe(401);
  expect(await logIn('[2001:db8:3::1]:443')).toBe(401);
  expect(await logIn('198.51.100.1:443')).toBe(401);
});

import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi({ environment: { TRUSTED_PROXIES: '1', RATE_LIMIT_SCALE: '1' } });

const logIn = async (address: string, email: string) => {
  const answer = await fetch(`${api.base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Forwarded-For': address },
    body: JSON.stringify({ email, password: 'a wrong password' }),
  });
  await answer.body?.cancel();
  return answer.status;
};

test('200 logins at once from 20 addresses are refused by address; hosts elsewhere log in meanwhile', async () => {
  const crowd = Array.from({ length: 200 }, (_, turn) => logIn(`203.0.113.${turn % 20}`, `host-${turn}@example.com`));
  const others = Array.from({ length: 2 }, (_, turn) => logIn(`198.51.100.${turn}`, 'ann@example.com'));
  expect(await Promise.all(others)).toEqual([401, 401]);
  const statuses = await Promise.all(crowd);
  const count = (wanted: number) => statuses.filter((status) => status === wanted).length;
  expect(count(401) + count(429) + count(503)).toBe(200);
  // How many are worked off within the answer's deadline, and how many are told 503, is the machine's affair.
  expect(count(429)).toBeGreaterThan(0);
});

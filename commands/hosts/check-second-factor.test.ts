import { expect, test } from 'vitest';
import { TwoFactor } from '#db/entities/two-factor.ts';
import { codeOf } from '#test/fixtures/authenticator.ts';
import { makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import { newTotpSecret, sealTotpSecret } from './totp.ts';

const installation = await openInstallation();
/** In the middle of a step. */
const NOON = new Date('2026-12-01T12:00:15Z');
const deps = { ...installation, now: () => NOON };

async function hostWithApp() {
  const { id: hostId } = await makeHost(installation);
  const secret = newTotpSecret();
  const em = installation.orm.em.fork();
  const sealed = sealTotpSecret(installation.config, hostId, secret);
  em.create(TwoFactor, { host: hostId, secret: sealed, begunAt: NOON, turnedOnAt: NOON });
  await em.flush();
  return { check: (steps: number) => checkSecondFactor(deps, { hostId, code: codeOf(secret, steps, NOON) }) };
}

test.each([
  [-2, 'wrong'],
  [-1, 'app'],
  [0, 'app'],
  [1, 'app'],
  [2, 'wrong'],
])('a code of %i steps from now is %s: clocks may differ by half a minute', async (steps, checked) => {
  const { check } = await hostWithApp();
  expect(await check(steps)).toBe(checked);
});

test('a code is taken once, and none that is older than the last', async () => {
  const { check } = await hostWithApp();
  const taken = [];
  for (const steps of [0, 0, -1, 1, 0, 1]) taken.push(await check(steps));
  expect(taken).toEqual(['app', 'used', 'used', 'app', 'used', 'used']);
});

test('of fifty requests with one code, one is let in', async () => {
  const { check } = await hostWithApp();
  const taken = await Promise.all(Array.from({ length: 50 }, () => check(0)));
  expect(taken.filter((one) => one === 'app')).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { endIn, type Expiring, MINUTE, type Place, rowsLeft, secondsLeft } from '#test/expiry/expiring.ts';
import { bookingsOf } from '#test/expiry/bookings.ts';
import { connectionsOf } from '#test/expiry/connections.ts';
import { leasesOf } from '#test/expiry/leases.ts';
import { loginsOf } from '#test/expiry/logins.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import { pruneExpired } from '#worker/sweep/prune.ts';
import { openLimitPool } from './open-deps.ts';
import type { Problem } from './problem.ts';
import { createRateLimits } from './rate-limits.ts';
import { createSharedBudgets } from './shared-budgets.ts';

/** Providers are away: every call to them fails. */
const api = await startApi({ environment: simulatorEnvironment('http://127.0.0.1:1') });
const never = () => Promise.reject(new Error('no mail is handed over here'));
const place: Place = {
  ...api,
  providers: createProviderRegistry(api.config),
  mail: { handOver: never, send: never, isIdle: () => true, close: () => {} },
};

const TABLE: readonly Expiring[] = [loginsOf, bookingsOf, leasesOf, connectionsOf].flatMap((of) => of(place));

/** Columns with such a name that end nothing by themselves. */
const NOT_IN_TABLE: Readonly<Record<string, string>> = {
  'conferences.synced_ends_at': 'a meeting’s end, as its provider last had it',
  'conferences.tolerated_ends_at': 'the same, where the host was told',
  'accounts.access_token_expires_at': 'better-auth’s, for logins by other services, which there are none of',
  'accounts.refresh_token_expires_at': 'the same',
  'bookings.blocked_until': 'how long the booking blocks its host’s time',
  'bookings.proposed_blocked_until': 'how long its proposed time blocks its host’s; the hold is in the table',
  'bookings.link_wait_until': 'the mail’s own due_at is what ends the wait',
  'busy_times.ends_at': 'when a time of a host’s calendar is over',
  'calendars.known_until': 'up to when a calendar is known; what is beyond blocks, see `activities/calendars`',
  'calendars.watched_until': 'how long a calendar is read more often',
  'webhook_deliveries.claimed_until': 'a cut-off attempt is repeated after it, see `activities/webhooks`',
  'webhooks.former_secret_until': 'when a replaced secret no longer signs, see `activities/webhooks`',
  'rate_limits.expire': 'a number; has a test of its own below',
};

/** Tried so many seconds before the end: ample on a busy machine. */
const JUST_BEFORE = 10;
const JUST_AFTER = -1;

test.each(TABLE)('$what', async (expiring) => {
  const { make, before, after } = expiring;
  const [first, second] = [await make(), await make()];
  await endIn(place, expiring, first, JUST_BEFORE);
  expect(await first.attempt()).toEqual(before);
  await endIn(place, expiring, second, JUST_AFTER);
  expect(await second.attempt()).toEqual(after);
});

test.each(TABLE.filter(({ life }) => life !== undefined))('$what lasts as long as it should', async (expiring) => {
  const { make, life = 0 } = expiring;
  const left = await secondsLeft(place, expiring, await make());
  expect(left).toBeLessThanOrEqual(life);
  expect(left).toBeGreaterThan(life - MINUTE);
});

test.each(TABLE.filter(({ keptFor }) => keptFor !== undefined))('$what is removed in time', async (expiring) => {
  const { keptFor = 0 } = expiring;
  const made = await expiring.make();
  await endIn(place, expiring, made, JUST_BEFORE - keptFor);
  await pruneExpired(place);
  expect(await rowsLeft(place, expiring, made)).toBe(1);
  await endIn(place, expiring, made, JUST_AFTER - keptFor);
  await pruneExpired(place);
  expect(await rowsLeft(place, expiring, made)).toBe(0);
});

/** By another process each time: a refusal is remembered in memory too. */
const spendOne = async () => {
  const pool = openLimitPool(api.config.DATABASE_URL);
  const code = await createRateLimits(pool, 0)
    .spend('export', 'one caller')
    .then(
      () => 'ok',
      (problem: Problem) => problem.code,
    );
  await pool.end();
  return code;
};

const endCountAt = (ms: number, budget = 'export') =>
  api.orm.em.fork().execute('update rate_limits set expire = ? where key like ?', [ms, `${budget}:%`]);

test('a count of a rate limit', async () => {
  expect(await spendOne()).toBe('ok');
  await endCountAt(Date.now() + JUST_BEFORE * 1_000);
  expect(await spendOne()).toBe('rate_limited');
  await endCountAt(Date.now() + JUST_AFTER * 1_000);
  expect(await spendOne()).toBe('ok');
});

test('a count of what was done to a host', async () => {
  const budgets = createSharedBudgets(0);
  const spend = () =>
    budgets.spendWithin(api.orm.em.fork(), '203.0.113.1', [{ budget: 'bookingOfHost', whose: 'a host' }]).then(
      () => 'ok',
      (problem: Problem) => problem.code,
    );
  expect(await spend()).toBe('ok');
  await endCountAt(Date.now() + JUST_BEFORE * 1_000, 'bookingOfHost');
  expect(await spend()).toBe('rate_limited');
  await endCountAt(Date.now() + JUST_AFTER * 1_000, 'bookingOfHost');
  expect(await spend()).toBe('ok');
});

test('every column that ends something is in the table', async () => {
  const rows = await api.orm.em.fork().execute<{ name: string }[]>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ 'expire|until|ends_at|deadline' order by 1`,
  );
  const known = [...TABLE.map(({ table, column }) => `${table}.${column}`), ...Object.keys(NOT_IN_TABLE)];
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

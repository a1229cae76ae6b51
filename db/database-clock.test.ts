import { expect, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '#test/setup/database.ts';
import { followDatabaseClock } from './database-clock.ts';
import { databaseTime } from './database-time.ts';

const { orm } = await openTestDatabase();

test.each([-3, 3])("a machine whose clock is %i hours wrong goes by the database's", async (hours) => {
  const clock = followDatabaseClock(orm, () => Date.now() + hours * 3_600_000);
  onTestFinished(() => clock.stop());
  await clock.known;
  const before = await databaseTime(orm.em.fork());
  const now = clock.now();
  const after = await databaseTime(orm.em.fork());
  // A question and its answer may take long on a busy machine, but never minutes.
  expect(now.getTime()).toBeGreaterThan(before.getTime() - 60_000);
  expect(now.getTime()).toBeLessThan(after.getTime() + 60_000);
});

test('an answer that took long, as the first does, tells less than the one after it', async () => {
  const earlier = [20 * 60_000];
  const clock = followDatabaseClock(orm, () => Date.now() - (earlier.pop() ?? 0));
  onTestFinished(() => clock.stop());
  await clock.known;
  const after = await databaseTime(orm.em.fork());
  expect(clock.now().getTime()).toBeLessThan(after.getTime() + 60_000);
});

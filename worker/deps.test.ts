import { afterAll, expect, test } from 'vitest';
import { lazyTemporalClient } from '#temporal';
import { openWorkshop } from '#test/fixtures/workshop.ts';
import { createWorkerDeps } from './deps.ts';

const { config } = await openWorkshop({ environment: { DATABASE_POOL: '4' } });
const client = lazyTemporalClient();
const { deps, upkeep, close } = createWorkerDeps(config, client);
afterAll(async () => {
  await close();
  await client.connection.close();
});

test('what people wait for has connections left while upkeep holds all of its own', async () => {
  const ended = Promise.withResolvers<void>();
  const held: string[] = [];
  const hold = (id: string) =>
    upkeep.orm.em.fork().transactional(async (em) => {
      await em.execute('select 1');
      held.push(id);
      await ended.promise;
    });
  const holding = Promise.all([hold('one'), hold('two')]);
  await expect.poll(() => held.length).toBe(2);
  await expect(upkeep.orm.em.fork().execute('select 1')).rejects.toThrow(/timeout/);
  expect(await deps.orm.em.fork().execute('select 1 as n')).toEqual([{ n: 1 }]);
  ended.resolve();
  await holding;
});

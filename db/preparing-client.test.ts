import { afterAll, expect, test } from 'vitest';
import { createOrm } from './orm.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';

const { config } = await openWorkshop();
// One connection, so that every statement meets what was prepared before.
const orm = createOrm({ url: config.DATABASE_URL, pool: 1 });
afterAll(() => orm.close());
const { em } = orm;
const prepared = async () =>
  (await em.execute<{ statement: string }[]>('select statement from pg_prepared_statements')).map(
    ({ statement }) => statement,
  );

async function askOften(sql: string, value: string) {
  for (let time = 0; time < 6; time += 1) await em.execute(sql, [value]);
}

test('what comes again and again is prepared; what brings all columns is not, nor what comes once', async () => {
  await askOften('select id from users where handle = ?', 'unknown');
  await askOften('select * from users where handle = ?', 'unknown');
  await em.execute('select name from users where handle = ?', ['unknown']);
  expect(await prepared()).toEqual(['select id from users where handle = $1']);
});

test('a column that becomes of another type is asked for again after one failure', async () => {
  await em.execute('create table changed (of text, value int)');
  await askOften('select value from changed where of = ?', 'a');
  await em.execute('alter table changed alter value type text');
  await expect(em.execute('select value from changed where of = ?', ['a'])).rejects.toThrow(/cached plan/);
  expect(await em.execute('select value from changed where of = ?', ['a'])).toEqual([]);
});

import { afterAll, expect, test } from 'vitest';
import { type Em, hostTransaction } from './host-transaction.ts';
import { createOrm } from './orm.ts';
import { PreparingClient } from './preparing-client.ts';
import { recordStatements } from '#test/fixtures/statements.ts';
import { openWorkshop } from '#test/fixtures/workshop.ts';

const statements = recordStatements();
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

test('a statement with a callback is prepared too, and its failure told', async () => {
  const client = new PreparingClient(config.DATABASE_URL);
  await client.connect();
  const ask = (text: string, value: string) =>
    new Promise((resolve, reject) =>
      client.query(text, [value], (error, result) => (error ? reject(error) : resolve(result.rows))),
    );
  for (let time = 0; time < 5; time += 1) await ask('select id from users where name = $1', 'unknown');
  const names = await client.query('select statement from pg_prepared_statements');
  expect(names.rows).toEqual([{ statement: 'select id from users where name = $1' }]);
  await expect(ask('select $1::int', 'x')).rejects.toThrow(/invalid input/);
  await client.end();
});

const wait = (given: Em = em) => given.execute<{ lock_timeout: string }[]>('show lock_timeout');
const sent = () => statements.splice(0).map(({ text }) => text.split(' ', 1)[0]);

test('a transaction begins before its first statement, whether that reads or writes, and not at all without one', async () => {
  await em.execute('create table noted (what text)');
  statements.length = 0;
  await em.fork().transactional(async () => {});
  expect(sent()).toEqual([]);
  const write = (what: string) => (given: typeof em) => given.execute('insert into noted values (?)', [what]);
  const failing = (...work: ((given: typeof em) => Promise<unknown>)[]) =>
    em.fork().transactional(async (own) => {
      for (const step of work) await step(own);
      throw new Error('no');
    });
  const read = (given: typeof em) => given.execute('select 1 from noted where what = ?', ['a']);
  await expect(failing(write('a'))).rejects.toThrow('no');
  await expect(failing(read, write('b'))).rejects.toThrow('no');
  expect(sent()).toEqual(['begin', 'insert', 'rollback', 'begin', 'select', 'insert', 'rollback']);
  await expect(failing((given) => given.execute('select ?::int', ['x']))).rejects.toThrow(/invalid input/);
  expect(await em.execute('select what from noted')).toEqual([]);
});

test('the wait for a lock is short from the host’s lock on, and as before afterwards', async () => {
  await hostTransaction(orm, 'some-host', async (own) => {
    expect(await wait(own)).toEqual([{ lock_timeout: '2s' }]);
    expect(
      await own.execute(`select 1 as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`),
    ).toEqual([{ held: 1 }]);
  });
  expect(await wait()).toEqual([{ lock_timeout: '0' }]);
});

import { expect, test } from 'vitest';
import { openTestDatabase } from '#test/setup/database.ts';
import { migrate } from './migrate.ts';

const { orm, url } = await openTestDatabase({ pool: 2 });
const differences = () => orm.schema.getUpdateSchemaSQL({ wrap: false });

test('the migrations make the schema that the entities describe', async () => {
  expect(await differences()).toBe('');
});

test('every migration after the first can be taken back and made again', async () => {
  const [first] = await orm.migrator.getExecuted();
  await orm.migrator.down({ to: first?.name ?? '' });
  expect(await orm.migrator.getExecuted()).toHaveLength(1);
  expect(await differences()).not.toBe('');
  await migrate(url);
  expect(await differences()).toBe('');
});

test('migrating what is migrated changes nothing', async () => {
  const before = await orm.migrator.getExecuted();
  await migrate(url);
  expect(await orm.migrator.getExecuted()).toEqual(before);
});

test('a difference is seen: a column too many', async () => {
  await orm.em.fork().execute('alter table users add column shoe_size int');
  expect(await differences()).toContain('shoe_size');
  await orm.em.fork().execute('alter table users drop column shoe_size');
});

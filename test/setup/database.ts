import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { createOrm, type Orm } from '#db/orm.ts';
import { runSql } from '#dev/postgres/server.ts';

interface TestDatabase {
  readonly url: string;
  /** Fork its `em` as the application does. */
  readonly orm: Orm;
}

/**
 * A migrated, empty database of the calling test file's own, on the run's real Postgres (about 70 ms). Call it once at the
 * top of the file; connections are closed and the database dropped after the file's last test.
 */
export async function openTestDatabase({ pool = 10 } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(`${server}/postgres`, `create database ${name} template ${inject('templateDatabase')}`);
  const url = `${server}/${name}`;
  // A busy machine is slow, which is not what these tests are about.
  const orm = createOrm({ url, pool, connectionTimeoutMs: 25_000, applicationName: 'test' });
  afterAll(async () => {
    await orm.close();
    await runSql(`${server}/postgres`, `drop database ${name} with (force)`);
  });
  return { url, orm };
}

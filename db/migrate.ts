import { createOrm } from './orm.ts';

/** Brings the database at `databaseUrl` to the newest schema. */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = createOrm({ url: databaseUrl, pool: 2, statementTimeoutMs: 120_000, applicationName: 'migrate' });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}

if (import.meta.main) {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) throw new Error('DATABASE_URL is not set');
  await migrate(url);
  console.log('The database is at the newest schema.');
}

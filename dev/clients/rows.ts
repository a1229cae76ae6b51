import { Client } from 'pg';

/** Rows of a running stack's database, for what no address tells. */
export async function rowsOf<T extends object>(
  databaseUrl: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<T>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

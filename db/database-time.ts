import type { Em } from './host-transaction.ts';

/** Now, by the database's clock: the only one that what is due is compared with, since machines' own clocks differ. */
export async function databaseTime(em: Em): Promise<Date> {
  const [row] = await em.execute<{ now: Date }[]>('select clock_timestamp() as now');
  if (row === undefined) throw new Error('The database told no time');
  return new Date(row.now);
}

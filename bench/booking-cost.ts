import { Client } from 'pg';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { cpuTime, cpuTimeOfTree } from './cpu-time.ts';

/** What one booking costs with its link and its mails, with all that happens beside it. */
export interface BookingCost {
  /** Milliseconds of CPU. */
  readonly worker: number;
  readonly api: number;
  readonly postgres: number;
  readonly temporal: number;
  /** Statements that API and worker sent to Postgres, begins and commits too. */
  readonly statements: number;
}

type Places = Pick<StackFile, 'database' | 'pids'>;

/** The bench's own statements begin with it, and are not counted. */
export const OWN = '/* bench */';
const COUNT = `${OWN} select sum(calls)::int as calls from pg_stat_statements where query not like '${OWN}%'`;

/** Runs `work`, which makes so many bookings, and tells what each has cost. */
export async function costOf(places: Places, bookings: number, work: () => Promise<unknown>): Promise<BookingCost> {
  const db = new Client(places.database);
  await db.connect();
  try {
    await db.query(`${OWN} create extension if not exists pg_stat_statements`);
    const before = await used(db, places);
    await work();
    const after = await used(db, places);
    return mapCost((part) => (after[part] - before[part]) / bookings);
  } finally {
    await db.end();
  }
}

/** The same in turns of as many bookings each. */
export const meanOf = (turns: readonly BookingCost[]): BookingCost =>
  mapCost((part) => turns.reduce((sum, cost) => sum + cost[part], 0) / turns.length);

const mapCost = (of: (part: keyof BookingCost) => number): BookingCost => ({
  worker: of('worker'),
  api: of('api'),
  postgres: of('postgres'),
  temporal: of('temporal'),
  statements: of('statements'),
});

/** So far, since the stack was started. */
async function used(db: Client, { pids }: Places): Promise<BookingCost> {
  const { rows } = await db.query<{ calls: number }>(COUNT);
  return {
    worker: await cpuTime(pids.worker ?? 0),
    api: await cpuTime(pids.api ?? 0),
    postgres: await cpuTimeOfTree(pids.postgres ?? 0),
    temporal: await cpuTime(pids.temporal ?? 0),
    statements: rows[0]?.calls ?? 0,
  };
}

import type { ActivityDeps } from '#activities/deps.ts';
import type { startApi } from '#test/fixtures/running-api.ts';

/** The running API, and what activities work with. */
export type Place = Awaited<ReturnType<typeof startApi>> & ActivityDeps;

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One kind of thing that is good for a time only. */
export interface Expiring {
  readonly what: string;
  readonly table: string;
  /** The column that says when its time is over, or from which that follows. */
  readonly column: string;
  /** When its time is over, in SQL; the column itself where left out. */
  readonly ends?: string;
  /** Further columns that move with the clock. */
  readonly moves?: readonly string[];
  /** How long it lasts from its making, in seconds; left out where a provider or a booking says so. */
  readonly life?: number;
  /** How long after its end the cleaner leaves the row, in seconds; left out where it stays. */
  readonly keptFor?: number;
  /** What `attempt` comes to before its end, and after. */
  readonly before: unknown;
  readonly after: unknown;
  /** Makes a new one. */
  readonly make: () => Promise<Made>;
}

export interface Made {
  /** Its row, as a condition of SQL with its values. */
  readonly row: readonly [condition: string, ...values: unknown[]];
  /** Uses it once. */
  readonly attempt: () => Promise<unknown>;
}

/** Moves the clock of a row so that its time is over so many seconds from now. */
export async function endIn({ orm }: Place, expiring: Expiring, { row }: Made, seconds: number): Promise<void> {
  const { table, column, ends = column, moves = [] } = expiring;
  const [condition, ...values] = row;
  const by = `(now() + interval '1 second' * ? - (${ends}))`;
  const columns = [column, ...moves];
  const moved = await orm.em
    .fork()
    .execute<unknown[]>(
      `update ${table} set ${columns.map((name) => `${name} = ${name} + ${by}`).join(', ')} where ${condition} returning 1`,
      [...columns.map(() => seconds), ...values],
    );
  if (moved.length === 0) throw new Error(`${expiring.what} has no row`);
}

/** How many seconds are left until its time is over. */
export async function secondsLeft({ orm }: Place, expiring: Expiring, { row }: Made): Promise<number> {
  const { table, column, ends = column } = expiring;
  const [condition, ...values] = row;
  const [found] = await orm.em
    .fork()
    .execute<{ seconds: number }[]>(
      `select extract(epoch from (${ends}) - now())::float as seconds from ${table} where ${condition}`,
      values,
    );
  return found?.seconds ?? NaN;
}

/** How many rows of it are left. */
export async function rowsLeft({ orm }: Place, { table }: Expiring, { row }: Made): Promise<number> {
  const [condition, ...values] = row;
  const rows = await orm.em.fork().execute<unknown[]>(`select 1 from ${table} where ${condition}`, values);
  return rows.length;
}

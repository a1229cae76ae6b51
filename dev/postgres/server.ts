import { join } from 'node:path';
import { Client } from 'pg';
import type { Command } from '#dev/processes/command.ts';
import { until } from '#dev/clients/until.ts';
import { postgresUser } from './unprivileged.ts';

interface Server {
  readonly bin: string;
  readonly data: string;
  readonly port: number;
  /** Nothing on disk survives a crash, and is written the faster. */
  readonly isThrowAway: boolean;
}

/** Even on a machine that is busy with much else. */
const START_MS = 120_000;
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
/** Which statements cost what: `select * from pg_stat_statements`, after `create extension`. */
const COUNTED = ['shared_preload_libraries=pg_stat_statements'];
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'log_destination=stderr',
];
/**
 * The log tells that a statement failed and why, never what was in it or in the row: people's names and addresses. The
 * same stands in docker-compose.yml and, for other servers, in docs/operations.md.
 */
export const NOTHING_PERSONAL_IN_THE_LOG = [
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_min_duration_statement=-1',
];

/** The command that serves a cluster on loopback. SIGINT stops it fast: clients are cut, work is undone. */
export function postgresCommand({ bin, data, port, isThrowAway }: Server): Command {
  const settings = [...ALWAYS, ...NOTHING_PERSONAL_IN_THE_LOG, ...(isThrowAway ? FAST : COUNTED)];
  return {
    ...postgresUser,
    file: join(bin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    cwd: data,
  };
}

/** Waits until the server takes connections; gives up when `signal` says that it has ended. */
export async function postgresReady(url: string, signal?: AbortSignal): Promise<void> {
  await until('Postgres to answer', () => runSql(url, 'select 1'), { within: START_MS, every: 50, signal });
}

/** Runs statements on a connection of their own and gives the rows of the last. */
export async function runSql(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A cut connection is told by the query that ran on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result: unknown = await client.query(sql);
    const last = Array.isArray(result) ? (result.at(-1) as unknown) : result;
    return (last as { rows: Record<string, unknown>[] }).rows;
  } finally {
    await client.end();
  }
}

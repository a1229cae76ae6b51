import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#dev/processes/ports.ts';
import { startChild } from '#dev/processes/child.ts';
import { postgresBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { postgresCommand, postgresReady } from './server.ts';

/** A Postgres for tests and benchmarks on a free port: no fsync, gone with its files after `stop`. `onLog` gets its log. */
export async function startThrowAwayPostgres(onLog?: (text: string) => void) {
  const home = await mkdtemp(join(tmpdir(), 'insytical-pg-'));
  await chmod(home, 0o755);
  const data = join(home, 'data');
  const bin = await postgresBinaries(home);
  await ensureCluster({ bin, data, password: 'password', durable: false });
  const port = await freePort();
  const server = startChild(postgresCommand({ bin, data, port, isThrowAway: true }), onLog);
  /** Ends without a database's name: append `/name`. */
  const url = `postgres://postgres:password@127.0.0.1:${port}`;
  await postgresReady(`${url}/postgres`, server.gone);
  return {
    url,
    pid: server.pid,
    async stop() {
      await server.stop('SIGINT');
      await rm(home, { recursive: true, force: true });
    },
  };
}

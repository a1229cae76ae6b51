import { join } from 'node:path';
import { postgresBinaries } from '#dev/postgres/binaries.ts';
import { clearLeftOver } from '#dev/postgres/clear-left-over.ts';
import { ensureCluster } from '#dev/postgres/cluster.ts';
import { postgresHome } from '#dev/postgres/home.ts';
import { postgresCommand, postgresReady, runSql } from '#dev/postgres/server.ts';
import type { Part } from './part.ts';

interface Needs {
  readonly dataFolder: string;
  readonly installation: string;
  readonly password: string;
  readonly port: number;
}

interface PostgresPart {
  readonly part: Part;
  readonly url: string;
  /** Where the cluster's files are, if not in the data folder. */
  readonly filesElsewhere: string | undefined;
}

const DATABASE = 'insytical';

/** The stack's own Postgres; makes its cluster the first time. */
export async function postgresPart({ dataFolder, installation, password, port }: Needs): Promise<PostgresPart> {
  const { folder, isElsewhere } = await postgresHome(dataFolder, installation);
  const bin = await postgresBinaries(folder);
  const data = join(folder, 'data');
  await ensureCluster({ bin, data, password, durable: true });
  const server = `postgres://postgres:${password}@127.0.0.1:${port}`;
  const part: Part = {
    name: 'postgres',
    command: postgresCommand({ bin, data, port, isThrowAway: false }),
    stopSignal: 'SIGINT',
    beforeStart: () => clearLeftOver(data),
    async ready(gone) {
      await postgresReady(`${server}/postgres`, gone);
      const [known] = await runSql(`${server}/postgres`, `select 1 from pg_database where datname = '${DATABASE}'`);
      if (known === undefined) await runSql(`${server}/postgres`, `create database ${DATABASE}`);
    },
  };
  return { part, url: `${server}/${DATABASE}`, filesElsewhere: isElsewhere ? folder : undefined };
}

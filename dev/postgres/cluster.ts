import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresUser } from './unprivileged.ts';

interface NewCluster {
  readonly bin: string;
  /** The folder to be made; the one above it is there and Postgres' user can enter it. */
  readonly data: string;
  readonly password: string;
  /** Whether it must survive a crash of the machine. */
  readonly durable: boolean;
}

/** Makes a cluster's files unless they are there. Made aside and renamed, so that a half-made one is never taken for one. */
export async function ensureCluster({ bin, data, password, durable }: NewCluster): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const staging = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (postgresUser) {
    await chown(staging, postgresUser.uid, postgresUser.gid);
    await chown(passwordFile, postgresUser.uid, postgresUser.gid);
  }
  const args = ['-D', staging, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  await promisify(execFile)(join(bin, 'initdb'), [...args, '--locale=C', ...(durable ? [] : ['--no-sync'])], {
    ...postgresUser,
    cwd: dirname(data),
  });
  await rm(passwordFile);
  await rename(staging, data);
}

import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canEnter } from './unprivileged.ts';

interface Home {
  readonly folder: string;
  /** It lies outside the data folder, which Postgres' user cannot enter. */
  readonly isElsewhere: boolean;
}

/** Survives restarts of the machine, unlike the temporary folder, and everybody may enter it. */
const ELSEWHERE = '/var/lib/insytical';

/**
 * Where the cluster lives: in `dataFolder`, or, as root where Postgres' own user cannot get there, in a folder of the
 * installation's name below /var/lib. Throws an error that says what to do where that cannot be either.
 */
export async function postgresHome(dataFolder: string, installation: string): Promise<Home> {
  if (await letPass(dataFolder)) return { folder: await make(join(dataFolder, 'postgres')), isElsewhere: false };
  const folder = await make(ELSEWHERE)
    .then(() => make(join(ELSEWHERE, installation)))
    .catch(() => undefined);
  if (folder !== undefined && (await canEnter(folder))) return { folder, isElsewhere: true };
  throw new Error(
    [
      `Postgres does not run as root, and its own user (nobody) can enter neither ${dataFolder} nor ${ELSEWHERE}.`,
      'Set DATA_DIR to a folder below one that everybody may enter, start as another user than root,',
      'or set DATABASE_URL to a database of your own.',
    ].join('\n'),
  );
}

/** The data folder itself is ours: others may pass through it, without seeing what is there; those above it are not. */
async function letPass(folder: string): Promise<boolean> {
  if (await canEnter(folder)) return true;
  if (!(await canEnter(dirname(folder)))) return false;
  await chmod(folder, (await stat(folder)).mode | 0o011);
  return canEnter(folder);
}

async function make(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  return folder;
}

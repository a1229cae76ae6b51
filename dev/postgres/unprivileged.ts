import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Postgres refuses to run as root; as root we drop to `nobody`, which every Linux has. */
export const postgresUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Whether Postgres' user can enter this folder: each folder above it counts too. */
export async function canEnter(folder: string): Promise<boolean> {
  if (postgresUser === undefined) return true;
  try {
    await promisify(execFile)('/bin/sh', ['-c', 'cd "$0"', folder], { ...postgresUser, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The release we are built and tested with, and the oldest that will do. */
export const CLI_VERSION = '1.9.1';
const OLDEST = [1, 9] as const;

/** "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)" → "1.9.1"; undefined where there is no such program. */
export async function versionOf(cli: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(cli, ['--version'], { timeout: 10_000 });
    return /version (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Whether this version of the CLI can do what the stack asks of it. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

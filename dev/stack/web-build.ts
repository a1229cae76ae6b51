import { globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runOnce } from './run-once.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['web/src/**', 'domain/*.ts', 'web/*.html', 'web/*.ts', 'package-lock.json'];
const BUILT = ['web/dist/host.html', 'web/dist/server/guest.js'];

/** Builds the pages unless what is built is newer than everything it is made of. */
export async function ensureWebBuild(say: (line: string) => void): Promise<void> {
  const built = BUILT.flatMap(changedAt);
  const isCurrent = built.length === BUILT.length && Math.min(...built) >= Math.max(...SOURCES.flatMap(changedAt));
  if (isCurrent) return;
  say('Building the pages …');
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  await runOnce('The build of the pages', {
    file: process.execPath,
    args: [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    cwd: ROOT,
    // Under the test runner it says `test`, and React would be built in with its checks for development.
    env: { NODE_ENV: 'production' },
  });
}

function changedAt(pattern: string): number[] {
  return globSync(pattern, { cwd: ROOT }).map((file) => statSync(join(ROOT, file)).mtimeMs);
}

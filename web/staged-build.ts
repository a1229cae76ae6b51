import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Builds beside `dist` and puts the whole build in its place when it is complete: a server that runs meanwhile finds the
 * old pages or the new ones, never half of them.
 */
export function stagedBuild({ dist, staging }: { readonly dist: string; readonly staging: string }): Plugin {
  const folder = join(staging, `build-${process.pid}`);
  const old = join(staging, `old-${process.pid}`);
  return {
    name: 'staged-build',
    apply: 'build',
    config: () => ({ build: { outDir: folder, emptyOutDir: true } }),
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        await mkdir(dirname(dist), { recursive: true });
        await rm(old, { recursive: true, force: true });
        if (existsSync(dist)) await rename(dist, old);
        await rename(folder, dist);
        await rm(old, { recursive: true, force: true });
      },
    },
  };
}

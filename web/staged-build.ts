import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts a whole build, all its environments, from `staging` into the place of `dist`: a server that runs meanwhile finds
 * the old pages or the new ones, never half of them.
 */
export function stagedBuild({ dist, staging }: { readonly dist: string; readonly staging: string }): Plugin {
  const old = `${staging}-old`;
  return {
    name: 'staged-build',
    apply: 'build',
    buildApp: {
      order: 'post',
      async handler() {
        await mkdir(dirname(dist), { recursive: true });
        await rm(old, { recursive: true, force: true });
        if (existsSync(dist)) await rename(dist, old);
        await rename(staging, dist);
        await rm(old, { recursive: true, force: true });
      },
    },
  };
}

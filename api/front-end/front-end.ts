import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Asset, loadAsset } from './asset.ts';

/** Where `npm run web:build` leaves the front end. */
export const DIST = join(import.meta.dirname, '../../web/dist');

/** One build of the front end, whole in memory. */
interface Build {
  readonly guestPage: string;
  readonly hostPage: string;
  /** By their path below the site, `assets/guest-Bq.js`: only what the build names can be asked for. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface FrontEnd {
  /** The newest build, or null while there is none. */
  current(): Promise<Build | null>;
}

const manifestShape = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), assets: z.array(z.string()).default([]) }),
);

/** The built front end in `folder`; a newer build is taken up by itself, and until it is whole the last one stays. */
export function openFrontEnd(folder: string = DIST): FrontEnd {
  let whole: Build | null = null;
  let known: { readonly madeAt: number; readonly build: Promise<Build | null> } | undefined;
  return {
    async current() {
      const madeAt = await manifestTime(folder);
      if (madeAt === null) return whole;
      if (known?.madeAt !== madeAt) known = { madeAt, build: readBuild(folder) };
      const build = await known.build;
      // Met in the middle of a build: the next request looks again.
      if (build === null) known = undefined;
      else whole = build;
      return build ?? whole;
    },
  };
}

const manifestPath = (folder: string) => join(folder, '.vite/manifest.json');

const manifestTime = (folder: string) =>
  stat(manifestPath(folder)).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

async function readBuild(folder: string): Promise<Build | null> {
  try {
    const manifest = manifestShape.parse(JSON.parse(await readFile(manifestPath(folder), 'utf8')));
    const names = new Set(Object.values(manifest).flatMap(({ file, css, assets }) => [file, ...css, ...assets]));
    const [guestPage, hostPage, ...assets] = await Promise.all([
      readFile(join(folder, 'guest.html'), 'utf8'),
      readFile(join(folder, 'host.html'), 'utf8'),
      ...[...names].map(async (name) => [name, await loadAsset(join(folder, name))] as const),
    ]);
    return { guestPage, hostPage, assets: new Map(assets) };
  } catch {
    return null;
  }
}

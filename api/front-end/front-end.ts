import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { GuestSite, PageFiles, View } from '../pages/schema.ts';
import { type Asset, loadAsset } from './asset.ts';

/** Where `npm run web:build` leaves the front end. */
export const DIST = join(import.meta.dirname, '../../web/dist');

/** One build of the front end, whole in memory. */
export interface Build {
  readonly hostPage: string;
  /** Renders the guests' pages. */
  readonly site: GuestSite;
  /** What a page of this kind loads. */
  readonly filesOf: (kind: View['kind']) => PageFiles;
  /** By their path below the site, `assets/guest-Bq.js`: only what the build names can be asked for. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface FrontEnd {
  /** The newest build, or null while there is none. */
  current(): Promise<Build | null>;
}

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
);

type Manifest = z.output<typeof manifestShape>;

/** The built front end in `folder`; a newer build is taken up by itself, and until it is whole the last one stays. */
export function openFrontEnd(folder: string = DIST): FrontEnd {
  let whole: Build | null = null;
  let known: { readonly madeAt: number; readonly build: Promise<Build | null> } | undefined;
  return {
    async current() {
      const madeAt = await manifestTime(folder);
      if (madeAt === null) return whole;
      if (known?.madeAt !== madeAt) known = { madeAt, build: readBuild(folder, madeAt) };
      const build = await known.build;
      // Met in the middle of a build: the next request looks again.
      if (build === null) known = undefined;
      else whole = build;
      return build ?? whole;
    },
  };
}

/** What browsers load for the pages of hosts or of guests. */
const manifestPath = (folder: string, site: 'host' | 'guest') => join(folder, `.vite/${site}.json`);

const readManifest = async (folder: string, site: 'host' | 'guest') =>
  manifestShape.parse(JSON.parse(await readFile(manifestPath(folder, site), 'utf8')));

const manifestTime = (folder: string) =>
  stat(manifestPath(folder, 'guest')).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

async function readBuild(folder: string, madeAt: number): Promise<Build | null> {
  try {
    const [host, guest] = await Promise.all([readManifest(folder, 'host'), readManifest(folder, 'guest')]);
    const files = [host, guest].flatMap((manifest) => Object.values(manifest));
    const names = new Set(files.flatMap(({ file, css, assets }) => [file, ...css, ...assets]));
    names.delete('host.html');
    // A module is loaded once per address; a newer build has another one.
    const site = import(`${pathToFileURL(join(folder, 'server/guest.js')).href}?${madeAt}`) as Promise<GuestSite>;
    const [hostPage, ...assets] = await Promise.all([
      readFile(join(folder, 'host.html'), 'utf8'),
      ...[...names].map(async (name) => [name, await loadAsset(join(folder, name))] as const),
    ]);
    return { hostPage, site: await site, filesOf: filesIn(guest), assets: new Map(assets) };
  } catch {
    return null;
  }
}

/** Entries of the build by the kinds of pages they bring to life; all other pages have no script. */
const SCRIPTS: Partial<Record<View['kind'], string>> = {
  event: 'src/guest/event/main.tsx',
  booking: 'src/guest/booking/main.tsx',
};
const STYLE = 'src/guest/styles/guest.css';

/** @throws Error where the manifest lacks one of the guests' entries */
function filesIn(manifest: Manifest): Build['filesOf'] {
  const pathOf = (name: string) => {
    const file = manifest[name]?.file;
    if (file === undefined) throw new Error(`The build has no ${name}`);
    return `/${file}`;
  };
  const style = pathOf(STYLE);
  const plain: PageFiles = { style, script: null, imports: [] };
  const hydrated = new Map(
    Object.entries(SCRIPTS).map(([kind, name]) => [
      kind,
      { style, script: pathOf(name), imports: (manifest[name]?.imports ?? []).map(pathOf) },
    ]),
  );
  return (kind) => hydrated.get(kind) ?? plain;
}

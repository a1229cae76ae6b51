import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Language } from '#messages/languages.ts';
import type { GuestSite, PageFiles, View } from '../pages/schema.ts';
import { type Asset, loadAsset } from './asset.ts';
import { type Catalogues, type MessageFile, messageFiles, openCatalogues } from './catalogues.ts';

/** Where `npm run web:build` leaves the front end. */
export const DIST = join(import.meta.dirname, '../../web/dist');

/** One build of the front end, whole in memory. */
export interface Build {
  readonly hostPage: string;
  /** Renders the guests' pages. */
  readonly site: GuestSite;
  /** What a page of this kind loads. */
  readonly filesOf: (kind: View['kind'], language: Language) => PageFiles;
  /** By their path below the site, `assets/guest-Bq.js`: only what the build names can be asked for. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface FrontEnd {
  /** The newest build, or null while there is none. */
  current(): Promise<Build | null>;
  /** What guests' pages say, by language. */
  readonly catalogues: Catalogues;
}

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
);

type Manifest = z.output<typeof manifestShape>;

/** The built front end in `folder`; a newer build is taken up by itself, and until it is whole the last one stays. */
export function openFrontEnd(folder: string = DIST, catalogues: Catalogues = openCatalogues()): FrontEnd {
  let whole: Build | null = null;
  let known: { readonly madeAt: number; readonly build: Promise<Build | null> } | undefined;
  return {
    catalogues,
    async current() {
      const madeAt = await manifestTime(folder);
      if (madeAt === null) return whole;
      if (known?.madeAt !== madeAt) known = { madeAt, build: readBuild(folder, madeAt, catalogues) };
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

async function readBuild(folder: string, madeAt: number, catalogues: Catalogues): Promise<Build | null> {
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
    const built = new Map(assets);
    const messages = messagesOf(guest, built, catalogues);
    for (const [path, asset] of [...messages.values()].flatMap((files) => [...files.values()].flat()))
      built.set(path, asset);
    return { hostPage, site: await site, filesOf: filesIn(guest, messages), assets: built };
  } catch {
    return null;
  }
}

/** Entries of the build by the kinds of pages they bring to life; all other pages have no script. */
const SCRIPTS: Partial<Record<View['kind'], string>> = {
  event: 'src/guest/event/main.tsx',
  booking: 'src/guest/booking/main.tsx',
};
/** What each kind of page looks like, beside what is common to all. */
const STYLES: Readonly<Record<View['kind'], readonly string[]>> = {
  event: ['guest', 'choosing'],
  booking: ['guest', 'booking', 'form'],
  zones: ['guest', 'form'],
  host: ['guest'],
  article: ['guest', 'booking', 'form', 'text'],
};
/** And its parts that are loaded later. */
const LATER_STYLES: Partial<Record<View['kind'], string>> = { event: 'form', booking: 'choosing' };

/** By the kind of page and the language: what it says at first, and what it may say later. */
type MessageFiles = ReadonlyMap<string, ReadonlyMap<Language, readonly [MessageFile, MessageFile]>>;

function messagesOf(manifest: Manifest, assets: ReadonlyMap<string, Asset>, catalogues: Catalogues): MessageFiles {
  const programOf = (names: Iterable<string>) =>
    Array.from(names, (name) => String(assets.get(manifest[name]?.file ?? '')?.body)).join('\n');
  return new Map(
    Object.entries(SCRIPTS).map(([kind, entry]) => {
      const first = reached(manifest, [entry], ({ imports }) => imports);
      const all = reached(manifest, [entry], ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
      const programs = { first: programOf(first), later: programOf(all) };
      return [kind, new Map([...catalogues].map(([language, one]) => [language, messageFiles(one, programs)]))];
    }),
  );
}

/** These files of the build and all that they lead to. */
function reached(
  manifest: Manifest,
  names: readonly string[],
  next: (file: Manifest[string]) => readonly string[],
): Set<string> {
  const found = new Set(names);
  for (const name of found) for (const further of manifest[name] ? next(manifest[name]) : []) found.add(further);
  return found;
}

/** @throws Error where the manifest lacks one of the guests' entries */
function filesIn(manifest: Manifest, messages: MessageFiles): Build['filesOf'] {
  const pathOf = (name: string) => {
    const file = manifest[name]?.file;
    if (file === undefined) throw new Error(`The build has no ${name}`);
    return `/${file}`;
  };
  const styleOf = (name: string) => pathOf(`src/guest/styles/${name}.css`);
  return (kind, language) => {
    const styles = STYLES[kind].map(styleOf);
    const [entry, laterStyle] = [SCRIPTS[kind], LATER_STYLES[kind]];
    const [first, later] = messages.get(kind)?.get(language) ?? [];
    if (entry === undefined || laterStyle === undefined || first === undefined || later === undefined)
      return { styles, script: null, imports: [], messages: null, later: null };
    return {
      styles,
      script: pathOf(entry),
      imports: (manifest[entry]?.imports ?? []).map(pathOf),
      messages: `/${first[0]}`,
      later: { messages: `/${later[0]}`, style: styleOf(laterStyle) },
    };
  };
}

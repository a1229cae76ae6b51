import { sha256 } from '#sha256';
import { compiled } from '#messages/compile.ts';
import { keysIn } from '#messages/find-keys.ts';
import { shortKey } from '#messages/short-keys.ts';
import type { Language } from '#messages/languages.ts';
import { PAGES, type Pages } from '#messages/pages.ts';
import { type Compiled, type Translation, type Translator, translatorOf } from '#messages/translate.ts';
import type { Asset } from './asset.ts';

/** What guests' pages say in one language. */
export interface Catalogue {
  readonly t: Translator<Pages>;
  readonly messages: Compiled<Pages>;
}

export type Catalogues = ReadonlyMap<Language, Catalogue>;

/** Every language's messages, ready to be written. English is always there. */
export const openCatalogues = (written: Readonly<Partial<Record<Language, Translation<Pages>>>> = PAGES): Catalogues =>
  new Map(
    Object.entries(written).map(([name, texts]) => {
      const language = name as Language;
      const messages = compiled<Pages>(texts);
      return [language, { t: translatorOf<Pages>(messages, language), messages }];
    }),
  );

/** The scripts of a page: what it begins with, and what it may load later. */
export interface Programs {
  readonly first: string;
  readonly later: string;
}

/** A script whose default export are messages, by its path below the site, which changes with them. */
export type MessageFile = readonly [path: string, asset: Asset];

/** Of a catalogue only what a page can say, by the keys that its scripts name: at first, and beside that later. */
export function messageFiles({ messages }: Catalogue, { first, later }: Programs): readonly [MessageFile, MessageFile] {
  const names = Object.keys(messages).flatMap((key) => [key, shortKey(key)]);
  const atFirst = keysIn(first, names);
  const beside = keysIn(later, names).filter((key) => !atFirst.includes(key));
  return [messageFile(messages, atFirst), messageFile(messages, beside)];
}

function messageFile(messages: Compiled<Pages>, names: readonly string[]): MessageFile {
  const said = Object.fromEntries(
    Object.entries(messages).flatMap(([key, message]) =>
      [key, shortKey(key)].filter((name) => names.includes(name)).map((name) => [name, message]),
    ),
  );
  const body = `export default ${JSON.stringify(said)};`;
  return [
    `assets/messages-${sha256(body).slice(0, 10)}.js`,
    { type: 'text/javascript; charset=utf-8', body: Buffer.from(body) },
  ];
}

import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiled } from './compile.ts';
import { keysIn } from './find-keys.ts';
import { shortKey } from './short-keys.ts';
import type { Messages } from './translate.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where the messages of each catalogue are used. */
const USED_IN = {
  pages: '{api,web/src/{guest,shared}}/**/*.{ts,tsx}',
  mails: 'mail/*.ts',
  hostMails: 'mail/*.ts',
  host: '{api,web/src/{host,shared}}/**/*.{ts,tsx}',
  said: '{{activities,api,commands,providers}/**/*,messages/says}.ts',
} as const;

interface Catalogue {
  readonly area: keyof typeof USED_IN;
  readonly language: string;
  readonly messages: Messages;
}

async function readCatalogues(): Promise<Catalogue[]> {
  const found: Catalogue[] = [];
  for await (const file of glob('*/*.ts', { cwd: import.meta.dirname })) {
    const [language = '', name = ''] = file.replace('.ts', '').split('/');
    const area = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const module = (await import(join(import.meta.dirname, file))) as Record<string, Messages>;
    const messages = module[area];
    if (!(area in USED_IN) || messages === undefined) throw new Error(`${file} is no catalogue`);
    found.push({ area: area as Catalogue['area'], language, messages });
  }
  return found;
}

const catalogues = await readCatalogues();
const english = (area: string) =>
  catalogues.find(({ language, area: one }) => language === 'en' && one === area)?.messages ?? {};

/** The compiler's sign for a number that decides about the wording. */
const PLURAL = 2;
const TYPES = [1, PLURAL, 3, 4, 5, 6];

type Found = (part: string, plural?: readonly string[]) => void;

/** Calls `found` with every argument and tag of a compiled message. */
function look(node: unknown, found: Found): void {
  if (!Array.isArray(node)) return;
  const [name, type, options] = node as [unknown, unknown, unknown];
  if (typeof name === 'string' && node.length === 1) return found(`{${name}}`);
  if (typeof name === 'string' && typeof type === 'number' && TYPES.includes(type)) {
    const branches = Object.entries((options ?? {}) as Record<string, unknown>);
    found(`{${name}, ${type}}`, type === PLURAL ? branches.map(([branch]) => branch) : undefined);
    for (const [, branch] of branches) lookInAll(branch, found);
    return;
  }
  found(`<${String(name)}>`);
  lookInAll(node.slice(1), found);
}

const lookInAll = (nodes: unknown, found: Found) => {
  if (Array.isArray(nodes)) for (const node of nodes) look(node, found);
};

const partsOf = (message: unknown): string[] => {
  const parts = new Set<string>();
  lookInAll(message, (part) => parts.add(part));
  return [...parts].toSorted();
};

/** The forms that a language has for whole numbers that people meet. */
const formsOf = (language: string) =>
  new Set(Array.from({ length: 201 }, (_, count) => new Intl.PluralRules(language).select(count)));

describe.each(catalogues)('$area in $language', ({ area, language, messages }) => {
  const made = compiled(messages);

  test('has every message of the English one and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english(area)).toSorted());
  });

  test('says the same arguments and tags', () => {
    const wanted = compiled(english(area));
    for (const [key, message] of Object.entries(made))
      expect([key, ...partsOf(message)]).toEqual([key, ...partsOf(wanted[key])]);
  });

  test('has every form of a number', () => {
    for (const [key, message] of Object.entries(made))
      lookInAll(message, (part, plural) => {
        const missing = plural && [...formsOf(language)].filter((form) => !plural.includes(form));
        expect([key, part, missing ?? []]).toEqual([key, part, []]);
      });
  });

  // ICU takes one before a brace for the begin of quoted text.
  test('has no straight apostrophe', () => {
    expect(Object.entries(messages).filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

test('no two messages of the guests’ pages have the same short key', () => {
  const keys = Object.keys(english('pages'));
  expect(new Set(keys.map(shortKey)).size).toBe(keys.length);
});

describe.each(catalogues.filter(({ language }) => language === 'en'))('$area', ({ area, messages }) => {
  test('has no message that nothing says', async () => {
    const sources: string[] = [];
    for await (const file of glob(USED_IN[area], { cwd: ROOT, exclude: (name) => name.endsWith('.test.ts') }))
      sources.push(await readFile(join(ROOT, file), 'utf8'));
    const said = new Set(keysIn(sources.join('\n'), Object.keys(messages)));
    expect(Object.keys(messages).filter((key) => !said.has(key))).toEqual([]);
  });
});

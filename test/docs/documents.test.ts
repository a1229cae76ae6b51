import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SearchAttributeType } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '#api/problem.ts';
import { manifest as meet } from '#providers/meet/manifest.ts';
import { manifest as teams } from '#providers/teams/manifest.ts';
import { manifest as zoom } from '#providers/zoom/manifest.ts';
import { searchAttributeKeys } from '#workflows/search-attributes.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** Every page there is to read before the code. */
const PAGES = ['README.md', 'AGENTS.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

interface Package {
  readonly scripts: object;
  readonly dependencies: object;
  readonly devDependencies: object;
  readonly optionalDependencies: object;
}

const TYPES = new Map<string, string>([
  [SearchAttributeType.KEYWORD, 'Keyword'],
  [SearchAttributeType.DATETIME, 'Datetime'],
]);

describe('the documents', () => {
  test('give every dependency its reason, and none that is gone', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Package;
    const [, told = ''] = read('docs/decisions/README.md').split('## Dependencies');
    const cells = [...told.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)]);
    const names = cells.map(([, name = '']) => name);
    expect(names.toSorted()).toEqual(
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).toSorted(),
    );
  });

  test('list every problem with its status', () => {
    const rows = [...read('docs/problems.md').matchAll(/^\| `([a-z_]+)` *\| (\d+) /gm)];
    const told = rows.map(([, code = '', status]) => [code, Number(status)]);
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status])),
    );
  });

  test('name every scope and variable of each provider', () => {
    const accounts = read('docs/real-accounts.md');
    const needed = [zoom, teams, meet].flatMap(({ scopes, variables }) => [
      ...scopes.map(({ name }) => name),
      ...variables,
    ]);
    expect(needed.filter((name) => !accounts.includes(`\`${name}\``))).toEqual([]);
  });

  test('list every search attribute with its type', () => {
    const rows = [...read('docs/operations.md').matchAll(/^\| `(\w+)` *\| (Keyword|Datetime) /gm)];
    expect(rows.map(([, name, type]) => [name, type])).toEqual(
      searchAttributeKeys.map(({ name, type }) => [name, TYPES.get(type)]),
    );
  });

  test('name files that exist', () => {
    const missing = PAGES.flatMap((page) => {
      const text = read(page);
      const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) =>
        join(dirname(page), target),
      );
      const named = [...text.matchAll(/`([a-z][\w-]*\/[\w./-]*)`/g)].map(([, path = '']) => path);
      return [...linked, ...named].filter((path) => !existsSync(join(ROOT, path))).map((path) => `${page}: ${path}`);
    });
    expect(missing).toEqual([]);
  });

  test('name programs that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as Package;
    const missing = PAGES.flatMap((page) => {
      const text = read(page);
      const run = [...text.matchAll(/(?:^|`)npm (?:run )?(?!run\b|ci\b)([a-z][a-z:]*)/gm)].map(([, name = '']) => name);
      const files = [...text.matchAll(/(?:npx|api) node ([\w/-]+\/[\w.-]+\.ts)/g)].map(([, path = '']) => path);
      return [
        ...run.filter((name) => !(name in scripts)),
        ...files.filter((path) => !existsSync(join(ROOT, path))),
      ].map((what) => `${page}: ${what}`);
    });
    expect(missing).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readConfig } from '#config';
import { temporalSettings } from '#temporal';
import { testEnvironment } from '#test/setup/config.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** The variables a file's zod schema declares: one a line, in capitals. */
const declaredIn = (file: string) =>
  [...read(file).matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name = '']) => name);

const page = read('docs/configuration.md');
const example = read('.env.example');
const compose = read('docker-compose.yml');
const variables = declaredIn('config.ts');

/** What config.ts makes of an environment that holds nothing but the required variables. */
const { NODE_ENV: _mode, RATE_LIMIT_SCALE: _scale, DEV_INSTANT_SIGN_UP: _instant, ...required } = testEnvironment();
const config = readConfig(required);
const optional = Object.entries(config).filter(([name]) => !(name in required));
const defaults = new Map(optional.map(([name, value]) => [name, JSON.stringify(value).replaceAll('"', '')]));

/** The page's tables: each variable named in a row's first cell, with the second cell's text. */
const told = new Map(
  [...page.matchAll(/^\| (`[A-Z][^|]*)\|([^|]*)\|/gm)].flatMap(([, names = '', value = '']) =>
    [...names.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name = '']) => [name, value.trim().replaceAll('`', '')] as const),
  ),
);

/** `.env.example`: a line that the operator fills in, or a default in a comment. */
const exampled = new Map(
  [...example.matchAll(/^(# )?([A-Z0-9_]+)=(.*)$/gm)].map(([, mark, name = '', value = '']) => [
    name,
    mark === undefined ? { toFillIn: true, value } : { toFillIn: false, value },
  ]),
);

describe('configuration', () => {
  test('is found in config.ts whole', () => {
    expect(variables).toEqual(expect.arrayContaining(Object.keys(config)));
    expect(variables.length).toBeGreaterThan(45);
  });

  test('stands in docs/configuration.md, with its true defaults', () => {
    const expected = variables.map((name) => [
      name,
      name in required ? 'required' : (defaults.get(name) ?? told.get(name)),
    ]);
    expect(variables.map((name) => [name, told.get(name)])).toEqual(expected);
    expect(variables.filter((name) => !told.has(name))).toEqual([]);
  });

  test('stands in .env.example, with its true defaults', () => {
    expect(variables.filter((name) => !exampled.has(name))).toEqual([]);
    const shown = [...exampled].filter(([name, { toFillIn }]) => defaults.has(name) && !toFillIn);
    expect(shown.map(([name, { value }]) => [name, value])).toEqual(shown.map(([name]) => [name, defaults.get(name)]));
    expect([...exampled.values()].filter(({ toFillIn, value }) => toFillIn && value !== '')).toEqual([]);
  });

  test('of Temporal stands in both, with the defaults of temporal.ts', () => {
    vi.stubEnv('TEMPORAL_ADDRESS', undefined);
    vi.stubEnv('TEMPORAL_NAMESPACE', undefined);
    const { connectionOptions, namespace } = temporalSettings();
    vi.unstubAllEnvs();
    const defaults = { TEMPORAL_ADDRESS: connectionOptions.address, TEMPORAL_NAMESPACE: namespace };
    const names = Object.keys(defaults);
    expect(Object.fromEntries(names.map((name) => [name, told.get(name)]))).toEqual(defaults);
    expect(Object.fromEntries(names.map((name) => [name, exampled.get(name)?.value]))).toEqual(defaults);
  });

  test('of npm start stands in both', () => {
    const own = declaredIn('dev/stack/settings.ts');
    expect(own).toContain('DATA_DIR');
    expect(own.filter((name) => !page.includes(`\`${name}\``) || !exampled.has(name))).toEqual([]);
  });

  test('reaches the containers, but for the waits, what the image knows and what is for development only', () => {
    const handed = new Set([...compose.matchAll(/^ {2,6}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name));
    const withheld = variables.filter((name) => !handed.has(name) && !name.endsWith('_MS'));
    expect(withheld).toEqual(['WORKFLOW_BUNDLE_DIR', 'DEV_INSTANT_SIGN_UP', 'OUTBOUND_ALLOW']);
  });

  test('of development is refused in production', () => {
    const production = { ...required, NODE_ENV: 'production' };
    expect(readConfig(production)).toMatchObject({ DEV_INSTANT_SIGN_UP: false });
    expect(() => readConfig({ ...production, DEV_INSTANT_SIGN_UP: '1' })).toThrow(
      /DEV_INSTANT_SIGN_UP: is for development and tests only/,
    );
    expect(() => readConfig({ ...production, OUTBOUND_ALLOW: '127.0.0.1' })).toThrow(
      /OUTBOUND_ALLOW: is for development and tests only/,
    );
  });

  test('that compose cannot do without is what .env.example asks for', () => {
    const asked = new Set([...compose.matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name = '']) => name));
    expect(
      [...exampled]
        .filter(([, { toFillIn }]) => toFillIn)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual([...asked].toSorted());
  });
});

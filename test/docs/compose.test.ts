import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const CHECKER = join(ROOT, '../shared/tools/composecheck');
const COMPOSE = join(ROOT, 'docker-compose.yml');

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** Every variable compose cannot do without, with some value. */
const required = Object.fromEntries(
  [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => [name, 'x1']),
);

const isHere = existsSync(CHECKER);

/** Compose's own loader decides, without a daemon: files, variables, references between services. */
describe.skipIf(!isHere)(`docker-compose.yml${isHere ? '' : ' (the checker in ../shared/tools is not here)'}`, () => {
  let folder: string;
  let unbuilt: string | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'composecheck-'));
    const built = run('go', ['build', '-o', join(folder, 'composecheck'), '.'], { cwd: CHECKER });
    unbuilt = await built.then(
      () => undefined,
      () => 'go is not here, or cannot fetch what the checker needs',
    );
  }, 180_000);

  afterAll(() => rm(folder, { recursive: true }));

  const check = (files: readonly string[], env: Readonly<Record<string, string>>) =>
    run(join(folder, 'composecheck'), files, { cwd: folder, env: { PATH: process.env['PATH'], ...env } });

  test('is accepted', async ({ skip }) => {
    skip(unbuilt !== undefined, unbuilt);
    const { stdout } = await check([COMPOSE], required);
    for (const service of ['postgres', 'temporal', 'temporal-ui', 'migrate', 'api', 'worker'])
      expect(stdout).toContain(service);
  });

  test('names each secret that is missing', async ({ skip }) => {
    skip(unbuilt !== undefined, unbuilt);
    const refusal = await check([COMPOSE], {}).catch((error: { stderr: string }) => error.stderr);
    for (const name of Object.keys(required)) expect(refusal).toContain(`required variable ${name} is missing a value`);
  });

  test('is accepted with the override of docs/operations.md for another Temporal', async ({ skip }) => {
    skip(unbuilt !== undefined, unbuilt);
    const [, override = ''] = /```yaml\n([\s\S]+?)```/.exec(read('docs/operations.md')) ?? [];
    const file = join(folder, 'override.yml');
    await writeFile(file, override);
    await expect(check([COMPOSE, file], required)).resolves.toBeDefined();
  });
});

import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresHome } from './home.ts';
import { canEnter, postgresUser } from './unprivileged.ts';

const INSTALLATION = 'of-a-test';

let parent: string;
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'home-'))));
afterEach(() => rm(parent, { recursive: true, force: true }));

test('the cluster lives in the data folder, which lets Postgres pass', async () => {
  await chmod(parent, 0o755);
  const data = join(parent, 'data');
  await mkdir(data, { mode: 0o700 });
  const { folder, isElsewhere } = await postgresHome(data, INSTALLATION);
  expect({ folder, isElsewhere }).toEqual({ folder: join(data, 'postgres'), isElsewhere: false });
  expect(await canEnter(folder)).toBe(true);
  expect((await stat(data)).mode & 0o044).toBe(0);
});

test.skipIf(postgresUser === undefined)('below a closed home it lives where Postgres can get to', async () => {
  const { folder, isElsewhere } = await postgresHome(join(parent, 'data'), INSTALLATION);
  expect(isElsewhere).toBe(true);
  expect(await canEnter(folder)).toBe(true);
  await rm(folder, { recursive: true });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder } from './claim-folder.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'claim-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the second on a folder is told where the first one serves', async () => {
  const first = await claimFolder(folder);
  await expect(claimFolder(folder)).rejects.toThrow('an address it has yet to choose');
  await first.tell('http://localhost:3000');
  await expect(claimFolder(folder)).rejects.toThrow('at http://localhost:3000');
  await first.release();
});

test('a folder that was released can be claimed again', async () => {
  const first = await claimFolder(folder);
  await first.tell('http://localhost:3000');
  await first.release();
  const second = await claimFolder(folder);
  await second.release();
  await expect(second.release()).resolves.toBeUndefined();
});

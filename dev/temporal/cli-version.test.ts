import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isNewEnough, versionOf } from './cli-version.ts';

test.each([
  ['1.8.9', false],
  ['1.9.0', true],
  ['1.9.1', true],
  ['1.10.0', true],
  ['0.13.2', false],
  ['2.0.0', true],
])('%s: new enough is %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test('the version is what the program says, and none where it does not run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  const cli = join(folder, 'temporal');
  await writeFile(cli, '#!/bin/sh\necho "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"\n', { mode: 0o755 });
  expect(await versionOf(cli)).toBe('1.9.1');
  expect(await versionOf(join(folder, 'nothing'))).toBeUndefined();
  await rm(folder, { recursive: true });
});

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startChild } from '#dev/processes/child.ts';
import { clearLeftOver } from './clear-left-over.ts';

let data: string;
beforeEach(async () => void (data = await mkdtemp(join(tmpdir(), 'left-over-'))));
afterEach(() => rm(data, { recursive: true, force: true }));

const FOREVER = 'setInterval(() => {}, 1e3)';
const file = () => join(data, 'postmaster.pid');

test('a pid file whose number is now another program’s is removed, and the program left alone', async () => {
  const other = startChild({ file: process.execPath, args: ['-e', FOREVER] });
  await writeFile(file(), `${other.pid}\n/somewhere\n`);
  await clearLeftOver(data);
  expect(existsSync(file())).toBe(false);
  expect(other.gone.aborted).toBe(false);
  await other.stop();
});

test('a server left over on this cluster is ended', async () => {
  const server = startChild({ file: process.execPath, args: ['-e', FOREVER, '--', '-D', data] });
  await writeFile(file(), `${server.pid}\n${data}\n`);
  await clearLeftOver(data);
  await server.stop();
  expect((server.gone.reason as Error).message).toBe('ended with SIGINT');
});

test('a pid file of a process that is no more is left to Postgres, and none is no trouble', async () => {
  await clearLeftOver(data);
  const ended = startChild({ file: process.execPath, args: ['-e', ''] });
  await ended.stop();
  await writeFile(file(), `${ended.pid}\n`);
  await clearLeftOver(data);
  expect(existsSync(file())).toBe(true);
});

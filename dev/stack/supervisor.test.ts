import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Part } from './part.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

const lines: string[] = [];
const pids: number[] = [];
let folder: string;
let supervisor: Supervisor;

beforeEach(async () => {
  lines.length = 0;
  pids.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'supervisor-'));
  supervisor = createSupervisor({
    logFolder: folder,
    restartDelayMs: 10,
    say: (line) => lines.push(line),
    onPid: (_name, pid) => pids.push(pid),
  });
});
afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A part that runs a script and serves once its log holds `serving`. */
const part = (script: string): Part => ({
  name: 'api',
  command: { file: process.execPath, args: ['-e', script] },
  ready: (gone) =>
    until('the script to serve', async () => (await readFile(join(folder, 'api.log'), 'utf8')).includes('serving'), {
      signal: gone,
      every: 10,
    }).then(() => undefined),
});

const logging = (level: number, msg: string) => `console.log('${JSON.stringify({ level, msg })}');`;

test('what ends is started again, and what it says of errors is passed on', async () => {
  await supervisor.start(part(`console.log('serving'); setInterval(() => {}, 1e3)`));
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await until('the second process', () => pids.length === 2);
  expect(lines.join('\n')).toContain('ended with SIGKILL; starting it again');
});

test('errors of a structured log reach the console, the rest stays in the file', async () => {
  await supervisor.start(
    part(`${logging(30, 'fine')}${logging(50, 'broken')}console.log('serving'); setInterval(() => {}, 1e3)`),
  );
  await until('the error', () => lines.length > 0);
  expect(lines).toEqual([expect.stringMatching(/^api\s+broken$/)]);
  expect(await readFile(join(folder, 'api.log'), 'utf8')).toContain('fine');
});

test('what never serves is given up after a few tries, with its last words', async () => {
  const broken = part(`console.error('no such thing'); process.exit(3)`);
  await expect(supervisor.start(broken)).rejects.toThrow(/api does not come up: ended with 3\nno such thing/);
});

test('stopping ends every process and starts none again', async () => {
  await supervisor.start(part(`console.log('serving'); setInterval(() => {}, 1e3)`));
  await supervisor.stop();
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
  expect(pids).toHaveLength(1);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSimulator } from '#dev/clients/simulator.ts';
import { CLIENT } from './testing/simulated.ts';
import { inMinutes, zoomApp } from './zoom/test-app.ts';

let dataDir: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'simulators-'));
});
afterEach(async () => {
  if (child !== undefined) await end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts the process and returns the address in its one line. */
async function start(): Promise<string> {
  const env = {
    ...process.env,
    SIMULATOR_PORT: '0',
    DATA_DIR: dataDir,
    PUBLIC_URL: 'http://127.0.0.1:9',
    ZOOM_CLIENT_ID: CLIENT.id,
    ZOOM_CLIENT_SECRET: CLIENT.secret,
    ZOOM_WEBHOOK_SECRET: CLIENT.webhookSecret,
  };
  const main = resolve(import.meta.dirname, 'main.ts');
  child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('The process has no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return /http:\S+/.exec(line)?.[0] ?? line;
}

async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  const ending = child;
  child = undefined;
  if (ending === undefined || ending.exitCode !== null) return ending?.exitCode ?? null;
  const ended = once(ending, 'exit') as Promise<[number | null]>;
  ending.kill(signal);
  return (await ended)[0];
}

test('killed with a call in the air, it comes back with every meeting and every token', async () => {
  const first = await start();
  const tokens = await zoomApp(first).connect();
  await openSimulator(first, 'zoom').fault({ operation: 'create', effect: 'slow', delayMs: 60_000 });
  const body = { topic: 'A talk', start_time: inMinutes(60) };
  const call = zoomApp(first).call(tokens.access_token, 'POST', '/users/me/meetings', body);
  call.catch(() => undefined);
  await expect.poll(() => openSimulator(first, 'zoom').meetings()).toHaveLength(1);
  await end('SIGKILL');
  await expect(call).rejects.toThrow('fetch failed');

  const second = await start();
  expect(await openSimulator(second, 'zoom').meetings()).toMatchObject([{ title: 'A talk' }]);
  const row = (await openSimulator(second, 'zoom').ledger()).at(-1);
  expect(row).toMatchObject({ change: 'created', fault: 'slow', endedSeq: expect.any(Number) as number });
  expect((await zoomApp(second).call(tokens.access_token, 'GET', '/users/me')).status).toBe(200);
  expect((await zoomApp(second).refresh(tokens.refresh_token)).status).toBe(200);
});

test('asked to stop, it stops at once even while a call hangs', async () => {
  const url = await start();
  const { refresh_token: token } = await zoomApp(url).connect();
  await openSimulator(url, 'zoom').fault({ operation: 'refresh', effect: 'timeout' });
  const call = zoomApp(url).refresh(token);
  call.catch(() => undefined);
  await expect.poll(async () => (await openSimulator(url, 'zoom').ledger()).at(-1)?.fault).toBe('timeout');
  expect(await end('SIGTERM')).toBe(0);
  await expect(call).rejects.toThrow('fetch failed');
});

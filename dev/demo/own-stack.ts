import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '#dev/clients/until.ts';
import { type Places, placesOf } from './places.ts';

const START_WITHIN_MS = 180_000;

/** Brings up a whole stack on data of its own, as `npm start` does; `stop` leaves nothing behind. */
export async function startOwnStack(say: (line: string) => void): Promise<{ places: Places; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'insytical-demo-'));
  say('Starting a stack of its own …');
  const child = spawn(process.execPath, ['dev/start.ts'], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const path = join(dataDir, 'stack.json');
    const places = await until(
      'the stack to be ready',
      async () => {
        if (child.exitCode !== null) return STOPPED;
        return placesOf(path);
      },
      { within: START_WITHIN_MS, every: 250 },
    );
    if (places === STOPPED) throw new Error('The stack stopped before it was ready.');
    return { places, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const STOPPED = 'stopped';

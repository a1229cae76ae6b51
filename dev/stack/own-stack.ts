import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '#dev/clients/until.ts';
import { endChildren, startChild } from '#dev/processes/child.ts';
import { nodeCommand } from './node-parts.ts';
import { readStackFile, type StackFile } from './stack-file.ts';

interface OwnStack {
  readonly places: StackFile;
  /** Ends it and leaves nothing behind. */
  stop(): Promise<void>;
}

const START_WITHIN_MS = 180_000;
/** The worker finishes what it has in hand. */
const STOP_WITHIN_MS = 60_000;

/**
 * Brings up a whole stack on data of its own, as `npm start` does, for a program that ends it again. Throws with its last
 * words as the cause where it does not come up.
 */
export async function startOwnStack(say: (line: string) => void): Promise<OwnStack> {
  const folder = await mkdtemp(join(tmpdir(), 'insytical-own-'));
  say('Starting a stack of its own …');
  const supervisor = startChild(nodeCommand('dev/start.ts', { DATA_DIR: folder }));
  const stop = async () => {
    await supervisor.stop('SIGTERM', STOP_WITHIN_MS);
    await endChildren();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const isReady = () => readStackFile(folder);
    const places = await until('the stack to be ready', isReady, { within: START_WITHIN_MS, signal: supervisor.gone });
    return { places, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

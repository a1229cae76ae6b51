import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from '#dev/processes/child.ts';
import type { Part, PartName } from './part.ts';
import { openPartLog } from './part-log.ts';

interface Options {
  readonly logFolder: string;
  readonly restartDelayMs: number;
  readonly say: (line: string) => void;
  /** Told of each new process once it serves. */
  readonly onPid: (name: PartName, pid: number) => void;
}

export interface Supervisor {
  /** Starts a part and keeps it running; returns once it serves, rejects if it does not come up at all. */
  start(part: Part): Promise<void>;
  /** Ends everything, last started first; a second call ends it the hard way. */
  stop(): Promise<void>;
}

/** So often a part may end before it has served once; from then on it is started again for ever. */
const FIRST_TRIES = 3;
const HARD_GRACE_MS = 100;

/** Starts parts, each its own process, and starts again those that end. */
export function createSupervisor({ logFolder, restartDelayMs, say, onPid }: Options): Supervisor {
  const stopping = new AbortController();
  const running = new Map<Part, Child>();
  const loops: Promise<void>[] = [];

  /** One life of a part, from its start to its end; gives how it ended. */
  async function live(part: Part, onReady: () => void): Promise<Error> {
    const log = openPartLog(logFolder, part.name, (line) => !stopping.signal.aborted && say(line));
    try {
      await part.beforeStart?.();
      stopping.signal.throwIfAborted();
      const child = startChild(part.command, (text) => log.write(text));
      running.set(part, child);
      await part.ready(child.gone);
      onPid(part.name, child.pid);
      onReady();
      return await endOf(child);
    } catch (error) {
      // It may live and yet not serve.
      await running.get(part)?.stop(part.stopSignal);
      return error as Error;
    } finally {
      running.delete(part);
      log.close();
    }
  }

  /** Restarts a part whenever it ends, until we stop. @throws Error if the first tries fail */
  async function keep(part: Part, onReady: () => void): Promise<void> {
    let hasServed = false;
    for (let life = 1; ; life += 1) {
      const end = await live(part, () => {
        hasServed = true;
        onReady();
      });
      if (stopping.signal.aborted) return;
      if (!hasServed && life >= FIRST_TRIES) throw failure(part, end, logFolder);
      say(`${part.name.padEnd(10)} ${end.message}; starting it again in ${restartDelayMs / 1000} s`);
      await sleep(restartDelayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
    }
  }

  return {
    start: (part) =>
      new Promise((resolve, reject) => {
        const loop = keep(part, resolve).then(resolve, reject);
        loops.push(loop);
      }),
    async stop() {
      const isHard = stopping.signal.aborted;
      stopping.abort();
      for (const [part, child] of [...running].toReversed())
        await child.stop(isHard ? 'SIGKILL' : part.stopSignal, isHard ? HARD_GRACE_MS : undefined);
      await Promise.all(loops);
    },
  };
}

function endOf({ gone }: Child): Promise<Error> {
  return new Promise((resolve) => {
    const tell = () => resolve(gone.reason as Error);
    if (gone.aborted) tell();
    gone.addEventListener('abort', tell, { once: true });
  });
}

function failure(part: Part, end: Error, logFolder: string): Error {
  const lastWords = typeof end.cause === 'string' ? end.cause.trim().split('\n').slice(-8).join('\n') : '';
  return new Error(
    `${part.name} does not come up: ${end.message}\n${lastWords}\nMore in ${logFolder}/${part.name}.log.`,
  );
}

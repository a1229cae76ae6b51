import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, log } from '#log';

/** Work that runs again and again until it is stopped. */
export interface Repeated {
  /** Resolves when the run under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `work` now and `everyMs` after each end of it. A failure is logged under `name` and does not stop it. `work` is told
 * when it should come to an end.
 */
export function repeat(name: string, everyMs: number, work: (stopped: AbortSignal) => Promise<unknown>): Repeated {
  const stopped = new AbortController();
  const loop = async () => {
    while (!stopped.signal.aborted) {
      await work(stopped.signal).catch((error: unknown) => log.warn({ ...describeError(error) }, `${name} failed`));
      await sleep(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    stop() {
      stopped.abort();
      return ended;
    },
  };
}

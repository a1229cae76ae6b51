import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { StackFile } from '#dev/stack/stack-file.ts';
import { cpuTime } from '../cpu-time.ts';
import type { NoopLoad, NoopTimes } from './worker.ts';

/** What a workflow of a booking's shape costs with nothing in it, on the stack's own Temporal server. */
export interface Noops {
  /** Milliseconds of CPU for one, of its worker and client, and of Temporal. */
  readonly cpu: { readonly worker: number; readonly temporal: number };
  /** Milliseconds each takes at a calm rate. */
  readonly times: readonly number[];
  /** So many a second, where more are asked for. */
  readonly rate: number;
}

const WARM_UP: NoopLoad = { count: 50, perSecond: 10 };
const CALM: NoopLoad = { count: 50, perSecond: 5 };
const TOO_MANY: NoopLoad = { count: 300, perSecond: 50 };

/** Plays no-ops in a process of their own, in turns with what they are compared with. */
export interface NoopPlayer {
  calm(): Promise<void>;
  tooMany(): Promise<void>;
  /** What all the turns together came to. */
  played(): Noops;
  stop(): void;
}

/** Starts the process, and plays a few until V8 has compiled what they use. */
export async function startNoops({ temporal, pids }: Pick<StackFile, 'temporal' | 'pids'>): Promise<NoopPlayer> {
  const child = fork(`${import.meta.dirname}/worker.ts`, [temporal]);
  const play = async (load: NoopLoad) => {
    child.send(load);
    const [times] = (await once(child, 'message')) as [NoopTimes];
    return times;
  };
  const used = async () => ({ worker: await cpuTime(child.pid ?? 0), temporal: await cpuTime(pids.temporal ?? 0) });
  const times: number[] = [];
  const sum = { worker: 0, temporal: 0, seconds: 0, tooMany: 0 };
  await once(child, 'message');
  await play(WARM_UP);
  return {
    async calm() {
      const before = await used();
      times.push(...(await play(CALM)).times);
      const after = await used();
      sum.worker += after.worker - before.worker;
      sum.temporal += after.temporal - before.temporal;
    },
    async tooMany() {
      sum.seconds += (await play(TOO_MANY)).took / 1_000;
      sum.tooMany += TOO_MANY.count;
    },
    played: () => ({
      cpu: { worker: sum.worker / times.length, temporal: sum.temporal / times.length },
      times,
      rate: sum.tooMany / sum.seconds,
    }),
    stop: () => void child.kill('SIGKILL'),
  };
}

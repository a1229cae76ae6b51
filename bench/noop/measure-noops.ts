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
const CALM: NoopLoad = { count: 100, perSecond: 5 };
const TOO_MANY: NoopLoad = { count: 300, perSecond: 50 };

/** Plays them in a process of their own. */
export async function measureNoops({ temporal, pids }: Pick<StackFile, 'temporal' | 'pids'>): Promise<Noops> {
  const child = fork(`${import.meta.dirname}/worker.ts`, [temporal]);
  const play = async (load: NoopLoad) => {
    child.send(load);
    const [times] = (await once(child, 'message')) as [NoopTimes];
    return times;
  };
  const used = async () => ({ worker: await cpuTime(child.pid ?? 0), temporal: await cpuTime(pids.temporal ?? 0) });
  try {
    await once(child, 'message');
    await play(WARM_UP);
    const before = await used();
    const { times } = await play(CALM);
    const after = await used();
    const { took } = await play(TOO_MANY);
    const each = (part: 'worker' | 'temporal') => (after[part] - before[part]) / CALM.count;
    return {
      cpu: { worker: each('worker'), temporal: each('temporal') },
      times,
      rate: (TOO_MANY.count * 1_000) / took,
    };
  } finally {
    child.kill('SIGKILL');
  }
}

/** What they took before and after that which they are compared with: machines change their pace within minutes. */
export function betweenNoops(before: Noops, after: Noops): Noops {
  const between = (of: (noops: Noops) => number) => (of(before) + of(after)) / 2;
  return {
    cpu: { worker: between(({ cpu }) => cpu.worker), temporal: between(({ cpu }) => cpu.temporal) },
    times: [...before.times, ...after.times],
    rate: between(({ rate }) => rate),
  };
}

import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { NamedTime } from './plan-types.ts';

/** A workflow's timers, each with the name that the Temporal UI shows. */
export class Timers {
  readonly #running = new Map<string, CancellationScope>();
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Runs exactly these timers. One whose time has not changed is kept, since every restart costs two history events. */
  set(times: readonly NamedTime[]): void {
    const wanted = new Map(times.map((time) => [`${time.at} ${time.name}`, time]));
    for (const [key, scope] of this.#running) {
      if (wanted.has(key)) continue;
      this.#running.delete(key);
      scope.cancel();
    }
    for (const [key, time] of wanted) if (!this.#running.has(key)) this.#start(key, time);
  }

  #start(key: string, { name, inMs }: NamedTime): void {
    const scope = new CancellationScope();
    this.#running.set(key, scope);
    void scope
      .run(async () => {
        await sleep(Math.max(1, inMs), { summary: name });
        this.#running.delete(key);
        this.#ring();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}

import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * The workflow's one timer. It is kept while its time does not change, since every restart costs two history events.
 */
export class WakeTimer {
  #scope: CancellationScope | undefined;
  #wakeAt: number | null = null;
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings at `wakeAt` (epoch ms by the database's clock), which is `wakeInMs` from now; null rings never. */
  set({ wakeAt, wakeInMs, waitingFor }: { wakeAt: number | null; wakeInMs: number; waitingFor: string }): void {
    if (wakeAt === this.#wakeAt) return;
    this.#scope?.cancel();
    this.#scope = undefined;
    this.#wakeAt = wakeAt;
    if (wakeAt === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope
      .run(async () => {
        await sleep(Math.max(1, wakeInMs), { summary: waitingFor });
        this.#wakeAt = null;
        this.#scope = undefined;
        this.#ring();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}

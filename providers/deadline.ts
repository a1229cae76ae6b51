/** The moment after which nothing more may be sent or waited for. */
export interface Deadline {
  /** Whole milliseconds left; 0 or less when it has passed. */
  remainingMs(): number;
}

interface Clocks {
  readonly monotonic: number;
  readonly wall: number;
}

/** Both clocks now, as the beginning of a deadline that also covers what happens before it is made. */
export function readClocks(): Clocks {
  return { monotonic: performance.now(), wall: Date.now() };
}

/**
 * A deadline so many milliseconds after `since`. The clock that went further counts: the monotonic one is not set back,
 * the wall clock runs while a machine is suspended, and both run while the process is stopped.
 */
export function deadlineAfter(ms: number, since: Clocks = readClocks()): Deadline {
  return {
    remainingMs() {
      const now = readClocks();
      return Math.floor(ms - Math.max(now.monotonic - since.monotonic, now.wall - since.wall));
    },
  };
}

/** The deadline that passes first. */
export function earliest(...deadlines: readonly (Deadline | undefined)[]): Deadline {
  return { remainingMs: () => Math.min(...deadlines.map((deadline) => deadline?.remainingMs() ?? Infinity)) };
}

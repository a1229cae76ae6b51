const FAILURES = 5;
const PAUSE_MS = 1_000;

interface Breaker {
  /** Whether one more may try. While the other side is away only one try a second goes through. */
  lets(): boolean;
  worked(): void;
  failed(): void;
}

/** Spares a database that is away: after five failures in a row only a probe a second reaches it, until one works. */
export function createBreaker(now: () => number = performance.now.bind(performance)): Breaker {
  let failures = 0;
  let nextProbe = 0;
  return {
    lets() {
      if (failures < FAILURES) return true;
      if (now() < nextProbe) return false;
      nextProbe = now() + PAUSE_MS;
      return true;
    },
    worked() {
      failures = 0;
    },
    failed() {
      failures += 1;
      nextProbe = now() + PAUSE_MS;
    },
  };
}

import { Problem } from './problem.ts';
import { says } from '#messages/says.ts';

interface Bounds {
  /** Requests in work at once: all of them, and those of one network. */
  readonly most: number;
  readonly mostOfOne: number;
}

export interface ConcurrencyLimit {
  /**
   * Takes a place for one request; call what it returns when its work has ended, and not before.
   * @throws Problem `unavailable` where every place is taken, `rate_limited` where the network has its share
   */
  take(network: string): () => void;
  /** For how long, in milliseconds, every place has been taken and none was given back; 0 while there is a free one. */
  stuckForMs(): number;
}

/** The places for requests in work: what has run out of time keeps its place until it has really ended. */
export function createConcurrencyLimit(
  { most, mostOfOne }: Bounds,
  now = performance.now.bind(performance),
): ConcurrencyLimit {
  const takenBy = new Map<string, number>();
  let taken = 0;
  let lastMove = now();
  return {
    take(network) {
      const mine = takenBy.get(network) ?? 0;
      if (taken >= most) throw new Problem('unavailable', { retryAfterSeconds: 2 });
      if (mine >= mostOfOne)
        throw new Problem('rate_limited', { detail: says('said.too_many_at_once'), retryAfterSeconds: 1 });
      takenBy.set(network, mine + 1);
      taken += 1;
      lastMove = now();
      return () => {
        const left = (takenBy.get(network) ?? 0) - 1;
        if (left === 0) takenBy.delete(network);
        else takenBy.set(network, left);
        taken -= 1;
        lastMove = now();
      };
    },
    stuckForMs: () => (taken < most ? 0 : now() - lastMove),
  };
}

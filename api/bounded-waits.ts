interface Wait {
  /** Whose it is: each network may have a share only. */
  readonly network: string;
  /** What is held meanwhile, in the unit of the bounds. */
  readonly size: number;
  /** Milliseconds until it is given up. */
  readonly withinMs: number;
  readonly giveUp: () => void;
}

interface Bounds {
  readonly most: number;
  readonly mostOfOne: number;
}

export interface BoundedWaits {
  /** Begins a wait; call what it returns when it is over. */
  begin(wait: Wait): () => void;
}

/**
 * Waits for clients, which may never end: half-sent bodies, answers that are not read. All of them together, and those
 * of one network, hold so much and no more. A new client is never refused: the one that has kept us waiting longest is
 * ended, since honest clients are done in a moment.
 */
export function createBoundedWaits({ most, mostOfOne }: Bounds): BoundedWaits {
  /** In the order they began. */
  const waits = new Set<Wait>();
  const heldBy = new Map<string, number>();
  let held = 0;

  const isTooMuch = () => held > most;
  const hasTooMuch = (network: string) => (heldBy.get(network) ?? 0) > mostOfOne;
  const account = ({ network }: Wait, change: number) => {
    held += change;
    const left = (heldBy.get(network) ?? 0) + change;
    if (left === 0) heldBy.delete(network);
    else heldBy.set(network, left);
  };
  const end = (wait: Wait) => {
    if (waits.delete(wait)) account(wait, -wait.size);
  };
  const giveUpOldest = (network?: string) => {
    for (const wait of waits) {
      if (network !== undefined && wait.network !== network) continue;
      end(wait);
      wait.giveUp();
      return;
    }
  };

  return {
    begin(wait) {
      waits.add(wait);
      account(wait, wait.size);
      while (hasTooMuch(wait.network)) giveUpOldest(wait.network);
      while (isTooMuch()) giveUpOldest();
      const timer = setTimeout(() => {
        if (!waits.has(wait)) return;
        end(wait);
        wait.giveUp();
      }, wait.withinMs);
      return () => {
        clearTimeout(timer);
        end(wait);
      };
    },
  };
}

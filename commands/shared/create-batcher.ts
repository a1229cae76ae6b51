interface Waiting<T> {
  readonly items: readonly T[];
  readonly settle: (outcome: Promise<void>) => void;
}

/**
 * Does `work` in rounds: what comes in while one is under way goes into the next together, so that a burst of small
 * transactions costs a few. A round that fails is done again caller by caller, so that no caller fails because of
 * another.
 * @param most callers in one round
 */
export function createBatcher<T>(
  work: (items: readonly T[]) => Promise<void>,
  most: number,
): (items: readonly T[]) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let busy = false;

  const round = async (callers: readonly Waiting<T>[]): Promise<void> => {
    const outcome = work(callers.flatMap(({ items }) => items));
    const [only, ...others] = callers;
    if (only !== undefined && others.length === 0) only.settle(outcome);
    const failed = await outcome.then(
      () => false,
      () => true,
    );
    if (others.length === 0) return;
    if (failed) for (const caller of callers) await round([caller]);
    else for (const { settle } of callers) settle(outcome);
  };
  const go = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await round(waiting.splice(0, most));
    busy = false;
  };
  return (items) =>
    new Promise((resolve) => {
      waiting.push({ items, settle: resolve });
      if (!busy) void go();
    });
}

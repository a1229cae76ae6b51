/** Milliseconds each run of `work` took, one after another; the first `warmUp` are thrown away. */
export async function timeEach(runs: number, work: (run: number) => Promise<void>, warmUp = 5): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) times.push(await timed(() => work(run)));
  return times.slice(warmUp);
}

/** How long `work` took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The value below which `share` (0 to 1) of the times lie; the largest for 1. Throws RangeError where there are none. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('No times were measured');
  return value;
}

import type { Interval } from './types.ts';

/** The union of intervals, in order, those that touch made one. Empty and backward intervals vanish. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const union: { from: number; to: number }[] = [];
  const inOrder = intervals.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
  for (const { from, to } of inOrder) {
    const last = union.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else union.push({ from, to });
  }
  return union;
}

/**
 * A question to be asked of intervals in ascending order, answered in one pass over all of them: does `[from, to)` overlap
 * any of these? Each question's `from` must not be smaller than the one before.
 */
export function ascendingOverlap(intervals: readonly Interval[]): (from: number, to: number) => boolean {
  const inOrder = merged(intervals);
  let next = 0;
  return (from, to) => {
    while ((inOrder[next]?.to ?? Infinity) <= from) next += 1;
    return (inOrder[next]?.from ?? Infinity) < to;
  };
}

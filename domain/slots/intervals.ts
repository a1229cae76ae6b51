import type { Interval } from './types.ts';

/** The union of intervals, in order, those that touch made one. Empty and backward intervals vanish. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const union: { from: number; to: number }[] = [];
  let last: { from: number; to: number } | undefined;
  for (const { from, to } of inOrder(intervals)) {
    if (from >= to) continue;
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else union.push((last = { from, to }));
  }
  return union;
}

/** Most come in order, and need not be copied. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  let before = -Infinity;
  for (const { from } of intervals) {
    if (from < before) return intervals.toSorted((a, b) => a.from - b.from);
    before = from;
  }
  return intervals;
}

/**
 * A question to be asked of intervals in ascending order, answered in one pass over all of them: does `[from, to)` overlap
 * any of these? Each question's `from` must not be smaller than the one before. Empty and backward intervals overlap none.
 * The intervals are two columns of numbers, which are used up.
 */
export function ascendingOverlap(froms: Float64Array, tos: Float64Array): (from: number, to: number) => boolean {
  let isSorted = true;
  let kept = 0;
  let before = -Infinity;
  for (let index = 0; index < froms.length; index += 1) {
    const from = froms[index] ?? 0;
    const to = tos[index] ?? 0;
    if (from >= to) continue;
    if (from < before) isSorted = false;
    before = from;
    froms[kept] = from;
    tos[kept] = to;
    kept += 1;
  }
  if (kept === 0) return () => false;
  if (!isSorted) sortTogether(froms.subarray(0, kept), tos.subarray(0, kept));
  let next = 0;
  return (from, to) => {
    while (next < kept && (tos[next] ?? 0) <= from) next += 1;
    // What was passed over has ended; what comes later begins no sooner.
    return next < kept && (froms[next] ?? 0) < to;
  };
}

function sortTogether(froms: Float64Array, tos: Float64Array): void {
  const pairs = Array.from(froms, (from, index) => ({ from, to: tos[index] ?? 0 }));
  pairs.sort((a, b) => a.from - b.from);
  for (const [index, { from, to }] of pairs.entries()) {
    froms[index] = from;
    tos[index] = to;
  }
}

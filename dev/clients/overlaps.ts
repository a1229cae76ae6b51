import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';

interface Overlap {
  /** The marker of the create that made the meeting. */
  readonly marker: string;
  readonly first: LedgerEntry;
  readonly second: LedgerEntry;
}

/**
 * Pairs of calls about one meeting that were under way at the same time, by the simulator's one clock. Calls are told
 * apart by the marker of the create that made the meeting; a call without an end lasts for ever. Reads of one meeting do
 * not count: a connection reads on a notification's hint, beside the calls that change the meeting, and its booking reads
 * again under the lease before anything follows from it.
 */
export function overlappingCalls(ledger: readonly LedgerEntry[]): Overlap[] {
  const markerOf = new Map(
    ledger.flatMap(({ meetingId, marker }) =>
      meetingId !== undefined && marker !== undefined ? [[meetingId, marker] as const] : [],
    ),
  );
  const calls = ledger.flatMap((call) => {
    if (call.operation === 'get') return [];
    const marker = call.marker ?? markerOf.get(call.meetingId ?? '');
    return marker === undefined ? [] : [{ call, marker }];
  });
  return calls.flatMap(({ call: first, marker }, index) =>
    calls
      .slice(index + 1)
      .filter((second) => second.marker === marker && overlap(first, second.call))
      .map(({ call: second }) => ({ marker, first, second })),
  );
}

/** The same, a line each. */
export function overlapsIn(ledger: readonly LedgerEntry[]): string[] {
  return overlappingCalls(ledger).map(
    ({ marker, first, second }) => `${marker}: ${first.operation} #${first.seq} and ${second.operation} #${second.seq}`,
  );
}

function overlap(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.startedSeq < (b.endedSeq ?? Infinity) && b.startedSeq < (a.endedSeq ?? Infinity);
}

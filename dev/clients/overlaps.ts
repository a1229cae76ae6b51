import type { LedgerEntry } from '#dev/simulators/core/ledger.ts';

/**
 * Pairs of calls about one meeting that were under way at the same time, by the simulator's one clock. Calls are told
 * apart by the marker of the create that made the meeting; a call without an end lasts for ever.
 */
export function overlapsIn(ledger: readonly LedgerEntry[]): string[] {
  const markerOf = new Map(
    ledger.flatMap(({ meetingId, marker }) =>
      meetingId !== undefined && marker !== undefined ? [[meetingId, marker] as const] : [],
    ),
  );
  const calls = ledger.flatMap((entry) => {
    const about = entry.marker ?? markerOf.get(entry.meetingId ?? '');
    return about === undefined ? [] : [{ ...entry, about }];
  });
  return calls.flatMap((first, index) =>
    calls
      .slice(index + 1)
      .filter((second) => second.about === first.about && overlap(first, second))
      .map((second) => `${first.about}: ${first.operation} #${first.seq} and ${second.operation} #${second.seq}`),
  );
}

function overlap(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.startedSeq < (b.endedSeq ?? Infinity) && b.startedSeq < (a.endedSeq ?? Infinity);
}

import type { Journal, Table } from './journal.ts';

export const OPERATIONS = [
  'exchange',
  'refresh',
  'revoke',
  'identify',
  'create',
  'get',
  'list',
  'update',
  'delete',
  'watch',
] as const;
export const EFFECTS = ['error', 'timeout', 'drop_after_commit', 'rate_limit', 'slow'] as const;

export type Operation = (typeof OPERATIONS)[number];
export type Effect = (typeof EFFECTS)[number];
/** What a call did to a meeting. */
export type MeetingChange = 'created' | 'updated' | 'deleted' | 'none';

/**
 * One call of the app, as it was when it took effect. `startedSeq`, `seq` and `endedSeq` come from one clock: two calls
 * overlapped exactly when one started before the other ended. `status` 0 means that no answer was ever made.
 */
export interface LedgerEntry {
  readonly seq: number;
  readonly at: string;
  readonly operation: Operation;
  /** Method and route, without ids. */
  readonly request: string;
  readonly status: number;
  readonly change: MeetingChange;
  readonly fault?: Effect;
  readonly meetingId?: string;
  readonly accountId?: string;
  readonly marker?: string;
  readonly startedSeq: number;
  readonly startedAt: string;
  /** When the answer was given, or the caller left; missing while the call hangs. */
  readonly endedSeq?: number;
  readonly endedAt?: string;
}

export interface Ledger {
  /** Writes a row; it is in the file when the transaction around it returns. */
  write(entry: LedgerEntry): void;
  /** Notes that a call which hung or was slow is over. */
  end(seq: number): void;
  all(): LedgerEntry[];
  clear(): void;
}

/** The provider's append-only account of the app's calls. Calls cut off by the simulator's own end are over when it opens. */
export function createLedger(journal: Journal): Ledger {
  const rows: Table<LedgerEntry> = journal.table('ledger');
  const end = (seq: number) =>
    journal.transact(() => {
      const row = rows.get(String(seq));
      if (row === undefined || row.endedSeq !== undefined) return;
      rows.put(String(seq), { ...row, endedSeq: journal.tick(), endedAt: new Date().toISOString() });
    });
  for (const row of rows.all()) if (row.endedSeq === undefined) end(row.seq);
  return {
    write: (entry) => rows.put(String(entry.seq), entry),
    end,
    all: () => rows.all(),
    clear: () => journal.transact(() => rows.clear()),
  };
}

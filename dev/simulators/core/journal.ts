import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Rows of one kind, in memory; every change is in the journal's file before the transaction that made it returns. */
export interface Table<T> {
  get(key: string): T | undefined;
  all(): T[];
  put(key: string, row: T): void;
  remove(key: string): void;
  clear(): void;
}

/** An append-only file of changes, replayed when opened: a simulator that is killed forgets nothing it answered for. */
export interface Journal {
  table<T>(name: string): Table<T>;
  /** The next number of the one clock that orders arrivals, commits and ends. */
  tick(): number;
  /**
   * Runs `work`; its changes become one line of the file, or none of them happens if it throws. Inside another
   * transaction it is a part of that one, and only the part is undone.
   */
  transact<R>(work: () => R): R;
  close(): void;
}

type Change = readonly [table: string, key: string, row: unknown];

interface Transaction {
  readonly changes: Change[];
  readonly undo: (() => void)[];
}

interface Line {
  readonly n: number;
  readonly at: string;
  readonly changes: readonly Change[];
}

const EVERY_KEY = '*';

/** Opens or creates the journal at `path`. A last line cut short by a kill is dropped: nothing was answered for it. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const tables = new Map<string, Map<string, unknown>>();
  const rowsOf = (name: string) => {
    const rows = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, rows);
    return rows;
  };
  let clock = replay(path, ([table, key, row]) => apply(rowsOf(table), key, row));
  let file: number | null = openSync(path, 'a', 0o600);
  let open: Transaction | null = null;

  const change = (name: string, key: string, row: unknown) => {
    if (open === null) throw new Error('a change outside of a transaction');
    const rows = rowsOf(name);
    open.undo.push(undoOf(rows, key));
    open.changes.push([name, key, row]);
    apply(rows, key, row);
  };

  const transact = <R>(work: () => R): R => {
    if (open !== null) return undoneIfThrown(open, work);
    const transaction: Transaction = { changes: [], undo: [] };
    open = transaction;
    try {
      return undoneIfThrown(transaction, () => {
        const result = work();
        const line: Line = { n: clock, at: new Date().toISOString(), changes: transaction.changes };
        if (line.changes.length > 0 && file !== null) writeSync(file, `${JSON.stringify(line)}\n`);
        return result;
      });
    } finally {
      open = null;
    }
  };

  return {
    tick: () => (clock += 1),
    transact,
    table: <T>(name: string): Table<T> => ({
      get: (key) => rowsOf(name).get(key) as T | undefined,
      all: () => [...rowsOf(name).values()] as T[],
      put: (key, row) => change(name, key, row),
      remove: (key) => change(name, key, null),
      clear: () => change(name, EVERY_KEY, null),
    }),
    close: () => {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function undoneIfThrown<R>(transaction: Transaction, work: () => R): R {
  const before = transaction.changes.length;
  try {
    return work();
  } catch (error) {
    for (const undo of transaction.undo.splice(before).toReversed()) undo();
    transaction.changes.length = before;
    throw error;
  }
}

function apply(rows: Map<string, unknown>, key: string, row: unknown): void {
  if (row !== null) rows.set(key, row);
  else if (key === EVERY_KEY) rows.clear();
  else rows.delete(key);
}

function undoOf(rows: Map<string, unknown>, key: string): () => void {
  const before = key === EVERY_KEY ? [...rows] : null;
  const row = rows.get(key) ?? null;
  return () => {
    if (before === null) apply(rows, key, row);
    else for (const [key, row] of before) rows.set(key, row);
  };
}

function replay(path: string, take: (change: Change) => void): number {
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, 'utf8');
  const whole = text.lastIndexOf('\n') + 1;
  if (whole < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, whole)));
  let clock = 0;
  for (const written of text.slice(0, whole).split('\n')) {
    if (written === '') continue;
    const line = JSON.parse(written) as Line;
    line.changes.forEach(take);
    clock = line.n;
  }
  return clock;
}

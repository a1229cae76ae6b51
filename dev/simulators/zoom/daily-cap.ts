import type { Journal, Table } from '../core/journal.ts';
import type { Accounts, SimAccount } from '../core/accounts.ts';
import { userCapReached } from './errors.ts';

const CREATES_AND_UPDATES_A_DAY = 100;
const DAY_MS = 86_400_000;

/** Zoom's cap on creates and updates of one user in one UTC day, over all meetings and apps; trait `dailyCap`. */
export interface DailyCap {
  /** Counts one. @throws Refused 429 once the cap is reached */
  count(account: SimAccount): void;
  clear(): void;
}

export function createDailyCap(journal: Journal, accounts: Accounts): DailyCap {
  const counts: Table<{ readonly day: number; readonly used: number }> = journal.table('daily-cap');
  return {
    count: ({ id }) => {
      const day = Math.floor(Date.now() / DAY_MS);
      const before = counts.get(id);
      const used = before?.day === day ? before.used : 0;
      const cap = accounts.trait(id, 'dailyCap', CREATES_AND_UPDATES_A_DAY);
      if (used >= cap) throw userCapReached(cap, (day + 1) * DAY_MS);
      counts.put(id, { day, used: used + 1 });
    },
    clear: () => counts.clear(),
  };
}

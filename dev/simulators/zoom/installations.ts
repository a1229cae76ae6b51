import type { Journal, Table } from '../core/journal.ts';

/** The accounts our app is installed in. Revoked tokens alone (a changed password) do not uninstall it. */
export interface Installations {
  add(accountId: string): void;
  remove(accountId: string): void;
  has(accountId: string): boolean;
}

export function createInstallations(journal: Journal): Installations {
  const rows: Table<true> = journal.table('installations');
  return {
    add: (accountId) => rows.put(accountId, true),
    remove: (accountId) => rows.remove(accountId),
    has: (accountId) => rows.get(accountId) === true,
  };
}

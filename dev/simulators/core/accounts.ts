import type { Journal, Table } from './journal.ts';

/** A person's account at the provider. `id` is what the provider's profile call answers. */
export interface SimAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export type Traits = Readonly<Record<string, unknown>>;

export interface Accounts {
  /** By id, e-mail address or short name (`demo` is `demo@{provider's domain}`). */
  find(named: string): SimAccount | undefined;
  /** The same, made if there is none yet. Null where the text is no possible name. */
  findOrCreate(named: string): SimAccount | null;
  all(): SimAccount[];
  /** A trait of the account, else of the whole provider, else the default. */
  trait<T>(accountId: string | null, name: string, otherwise: T): T;
  /** Sets traits of one account, or of the whole provider (null). */
  describe(accountId: string | null, traits: Traits): Traits;
}

const EVERYBODY = '*simulator*';

/** Accounts at one provider; ids follow from the address, so that they are the same on every machine. */
export function createAccounts(journal: Journal, domain: string, idOf: (email: string) => string): Accounts {
  const accounts: Table<SimAccount> = journal.table('accounts');
  const traits: Table<Traits> = journal.table('traits');
  const emailOf = (named: string) => (named.includes('@') ? named : `${named}@${domain}`).toLowerCase();
  const find = (named: string) =>
    accounts.get(named) ?? accounts.all().find(({ email }) => email === emailOf(named.trim()));

  return {
    find,
    findOrCreate: (named) =>
      journal.transact(() => {
        const known = find(named);
        if (known !== undefined) return known;
        const email = emailOf(named.trim());
        if (!/^[a-z0-9._+-]+@[a-z0-9.-]+$/.test(email)) return null;
        const account = { id: idOf(email), email, name: nameFrom(email) };
        accounts.put(account.id, account);
        return account;
      }),
    all: () => accounts.all(),
    trait: <T>(accountId: string | null, name: string, otherwise: T) =>
      ((accountId === null ? undefined : traits.get(accountId)?.[name]) ??
        traits.get(EVERYBODY)?.[name] ??
        otherwise) as T,
    describe: (accountId, changes) =>
      journal.transact(() => {
        const described = { ...traits.get(accountId ?? EVERYBODY), ...changes };
        traits.put(accountId ?? EVERYBODY, described);
        return described;
      }),
  };
}

function nameFrom(email: string): string {
  const local = email.split('@')[0] ?? email;
  const words = local.split(/[._+-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

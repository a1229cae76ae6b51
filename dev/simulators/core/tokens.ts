import { createHash, randomBytes } from 'node:crypto';
import type { Journal, Table } from './journal.ts';

export type TokenKind = 'code' | 'access' | 'refresh';

/** What is remembered of an authorization request until its code is exchanged. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly challengeMethod: string;
  readonly nonce: string | null;
  /** The request's query, for what only one provider asks. */
  readonly query: Readonly<Record<string, string>>;
}

/** A token as its provider keeps it: only the hash, so that no file of ours holds a usable secret. Times in epoch ms. */
export interface TokenRow {
  readonly hash: string;
  readonly kind: TokenKind;
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  readonly request?: AuthorizationRequest;
}

export interface Tokens {
  /** Makes a token and returns its text, which is not kept. */
  mint(prefix: string, row: Omit<TokenRow, 'hash'>): string;
  /** The token of that kind and text, expired or not. */
  find(kind: TokenKind, text: string): TokenRow | undefined;
  remove(row: TokenRow): void;
  /** Ends an account's tokens of these kinds; says whether there were any. */
  kill(accountId: string, kinds: readonly TokenKind[]): boolean;
  /** Lets an account's access tokens run out now. */
  expireAccess(accountId: string): void;
  hasGrant(accountId: string): boolean;
  scopesOf(accountId: string): readonly string[];
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** The tokens of one provider, kept in its journal. */
export function createTokens(journal: Journal): Tokens {
  const rows: Table<TokenRow> = journal.table('tokens');
  const of = (accountId: string) => rows.all().filter((row) => row.accountId === accountId);
  return {
    mint: (prefix, row) => {
      const text = `${prefix}${randomBytes(48).toString('base64url')}`;
      for (const old of of(row.accountId)) if (old.expiresAt < Date.now() - KEEP_EXPIRED_MS) rows.remove(old.hash);
      rows.put(hashOf(text), { ...row, hash: hashOf(text) });
      return text;
    },
    find: (kind, text) => {
      const row = rows.get(hashOf(text));
      return row?.kind === kind ? row : undefined;
    },
    remove: (row) => rows.remove(row.hash),
    kill: (accountId, kinds) => {
      const doomed = of(accountId).filter(({ kind }) => kinds.includes(kind));
      for (const { hash } of doomed) rows.remove(hash);
      return doomed.length > 0;
    },
    expireAccess: (accountId) => {
      for (const row of of(accountId)) {
        if (row.kind === 'access') rows.put(row.hash, { ...row, expiresAt: Date.now() - 1 });
      }
    },
    hasGrant: (accountId) => of(accountId).some(({ kind }) => kind === 'refresh'),
    scopesOf: (accountId) => of(accountId).find(({ kind }) => kind === 'refresh')?.scopes ?? [],
  };
}

/** Expired tokens are told from unknown ones for a while. */
const KEEP_EXPIRED_MS = 86_400_000;

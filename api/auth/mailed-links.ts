import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Em } from '#db/host-transaction.ts';
import { sha256 } from '#sha256';
import { Problem } from '../problem.ts';

export const LINK_KINDS = ['sign-up', 'login', 'password'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** A login that waits for its second step has a token too, which a cookie holds; so has an address that is to be proven. */
type TokenKind = LinkKind | 'second-step' | 'contact-address';

/** An account of another provider that logs in from the moment its link is followed. */
export interface CarriedLogin {
  readonly provider: string;
  readonly accountId: string;
  readonly name: string;
}

interface More {
  readonly login?: CarriedLogin | undefined;
  /** Who alone may follow it. */
  readonly hostId?: string;
}

interface Carried extends More {
  readonly email: string;
}

const LIVES_SECONDS: Readonly<Record<TokenKind, number>> = {
  'sign-up': 86_400,
  login: 600,
  password: 3_600,
  'second-step': 600,
  'contact-address': 86_400,
};

/** A token is stored as a hash: a reader of the database cannot log in with it. */
const identifierOf = (kind: TokenKind, token: string) => `${kind}:${sha256(token)}`;

/** A new token for `email`, kept among better-auth's verifications. */
export async function makeLink(em: Em, kind: TokenKind, email: string, more: More = {}): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await em.execute(
    `insert into verifications (id, identifier, value, expires_at) values (?, ?, ?, now() + make_interval(secs => ?))`,
    [randomUUIDv7(), identifierOf(kind, token), JSON.stringify({ email, ...more }), LIVES_SECONDS[kind]],
  );
  return token;
}

/** Whom a link was mailed to, and what it carries; nothing is used up. @throws Problem `link_expired` */
export async function readLink(em: Em, kind: TokenKind, token: string): Promise<Carried> {
  const rows = await em.execute<{ value: string }[]>(
    'select value from verifications where identifier = ? and expires_at > now()',
    [identifierOf(kind, token)],
  );
  return carriedBy(rows);
}

/** Uses a link up, once however many ask. @returns what `readLink` does @throws Problem `link_expired` */
export async function followLink(em: Em, kind: TokenKind, token: string): Promise<Carried> {
  const rows = await em.execute<{ value: string }[]>(
    'delete from verifications where identifier = ? and expires_at > now() returning value',
    [identifierOf(kind, token)],
  );
  return carriedBy(rows);
}

function carriedBy([row]: readonly { readonly value: string }[]): Carried {
  if (row === undefined) throw new Problem('link_expired');
  return JSON.parse(row.value) as Carried;
}

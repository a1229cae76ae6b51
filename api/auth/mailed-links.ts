import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';

export const LINK_KINDS = ['sign-up', 'login', 'password'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

const LIVES_SECONDS: Readonly<Record<LinkKind, number>> = { 'sign-up': 86_400, login: 600, password: 3_600 };

const identifierOf = (kind: LinkKind, token: string) => `${kind}:${hashOf(token)}`;

/** What we store of a token: a reader of the database cannot log in with it. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** A new token to be mailed to `email`, kept among better-auth's verifications. */
export async function makeLink(em: Em, kind: LinkKind, email: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await em.execute(
    `insert into verifications (id, identifier, value, expires_at) values (?, ?, ?, now() + make_interval(secs => ?))`,
    [randomUUIDv7(), identifierOf(kind, token), JSON.stringify({ email }), LIVES_SECONDS[kind]],
  );
  return token;
}

/** The address a link was mailed to; nothing is used up. @throws Problem `link_expired` */
export async function readLink(em: Em, kind: LinkKind, token: string): Promise<string> {
  const rows = await em.execute<{ value: string }[]>(
    'select value from verifications where identifier = ? and expires_at > now()',
    [identifierOf(kind, token)],
  );
  return emailIn(rows);
}

/** Uses a link up, once however many ask. @returns the address it was mailed to @throws Problem `link_expired` */
export async function followLink(em: Em, kind: LinkKind, token: string): Promise<string> {
  const rows = await em.execute<{ value: string }[]>(
    'delete from verifications where identifier = ? and expires_at > now() returning value',
    [identifierOf(kind, token)],
  );
  return emailIn(rows);
}

function emailIn([row]: readonly { readonly value: string }[]): string {
  if (row === undefined) throw new Problem('link_expired');
  return (JSON.parse(row.value) as { email: string }).email;
}

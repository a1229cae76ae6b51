import type { SimAccount } from '../core/accounts.ts';

interface About {
  readonly issuer: string;
  readonly clientId: string;
  readonly account: SimAccount;
  readonly nonce: string | null;
  readonly scopes: readonly string[];
  /** Whether Google hosts the address for an organisation. */
  readonly isWorkspace: boolean;
}

const LIFE_S = 3_600;

/** What Google's ID tokens say. */
export function idTokenClaims({ issuer, clientId, account, nonce, scopes, isWorkspace }: About) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: issuer,
    azp: clientId,
    aud: clientId,
    sub: account.id,
    email: account.email,
    email_verified: true,
    ...(isWorkspace ? { hd: account.email.slice(account.email.indexOf('@') + 1) } : {}),
    ...(scopes.some((scope) => scope.endsWith('userinfo.profile')) ? { name: account.name } : {}),
    ...(nonce === null ? {} : { nonce }),
    iat: now,
    exp: now + LIFE_S,
  };
}

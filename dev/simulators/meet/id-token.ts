import type { SimAccount } from '../core/accounts.ts';

interface About {
  readonly issuer: string;
  readonly clientId: string;
  readonly account: SimAccount;
  readonly nonce: string | null;
}

const LIFE_S = 3_600;

/** What Google's ID tokens say. */
export function idTokenClaims({ issuer, clientId, account, nonce }: About) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: issuer,
    azp: clientId,
    aud: clientId,
    sub: account.id,
    email: account.email,
    email_verified: true,
    ...(nonce === null ? {} : { nonce }),
    iat: now,
    exp: now + LIFE_S,
  };
}

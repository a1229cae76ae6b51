import { createHash } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import { createTokenSigner } from '../core/json-web-token.ts';
import { identityOf } from './tenants.ts';

interface About {
  /** Address of the authorization server without tenant. */
  readonly server: string;
  readonly clientId: string;
  readonly account: SimAccount;
  readonly scopes: readonly string[];
  readonly nonce: string | null;
}

const LIFE_S = 3_600;

/** Signs ID tokens as Entra does (RS256, issuer by tenant); the key lives as long as the process. */
export function createIdTokens() {
  const signer = createTokenSigner();
  return {
    keys: { keys: [signer.key] },
    sign: (about: About): string => signer.sign(claimsOf(about)),
  };
}

export type IdTokens = ReturnType<typeof createIdTokens>;

/** `sub` is another one for each app; `oid` comes with the scope `profile` only. */
function claimsOf({ server, clientId, account, scopes, nonce }: About) {
  const { tenant, objectId } = identityOf(account.email);
  const now = Math.floor(Date.now() / 1_000);
  return {
    ver: '2.0',
    iss: `${server}/${tenant}/v2.0`,
    aud: clientId,
    sub: createHash('sha256').update(`${clientId} ${objectId}`).digest('base64url'),
    tid: tenant,
    ...(scopes.includes('profile') ? { oid: objectId, name: account.name, preferred_username: account.email } : {}),
    ...(scopes.includes('email') ? { email: account.email } : {}),
    ...(nonce === null ? {} : { nonce }),
    iat: now,
    nbf: now,
    exp: now + LIFE_S,
  };
}

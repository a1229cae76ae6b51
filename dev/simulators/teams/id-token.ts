import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
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
  const kid = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return {
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }] },
    sign: (about: About): string => {
      const signed = `${part({ typ: 'JWT', alg: 'RS256', kid })}.${part(claimsOf(about))}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
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

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

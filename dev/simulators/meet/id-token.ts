import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';

interface About {
  readonly issuer: string;
  readonly clientId: string;
  readonly account: SimAccount;
  readonly nonce: string | null;
}

const LIFE_S = 3_600;

/** Signs ID tokens as Google does (RS256); the key lives as long as the process. */
export function createIdTokens() {
  const kid = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return {
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
    sign: ({ issuer, clientId, account, nonce }: About): string => {
      const now = Math.floor(Date.now() / 1_000);
      const claims = {
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
      const signed = `${part({ alg: 'RS256', kid, typ: 'JWT' })}.${part(claims)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
  };
}

export type IdTokens = ReturnType<typeof createIdTokens>;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

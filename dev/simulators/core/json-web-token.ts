import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';

/** Signs what a provider says of itself, with a key that lives as long as the process. */
export interface TokenSigner {
  /** The public key as a JWK, for the page of keys. */
  readonly key: Readonly<Record<string, unknown>>;
  /** The claims as a signed JWT, of the type `JWT` unless another is named (`secevent+jwt`). */
  sign(claims: object, type?: string): string;
}

/** A signer with a fresh RSA key (RS256), as Google and Microsoft have. */
export function createTokenSigner(): TokenSigner {
  const kid = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' },
    sign: (claims, type = 'JWT') => {
      const signed = `${part({ typ: type, alg: 'RS256', kid })}.${part(claims)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
  };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

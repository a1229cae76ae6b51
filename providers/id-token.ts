import { z } from 'zod';
import { readJson } from './json-text.ts';

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  nonce: z.string().optional(),
});

export type IdTokenClaims = z.infer<typeof claims>;

export interface IdTokenChecks {
  /** The issuer an ID token with these claims must name; Microsoft's differs by tenant. */
  readonly issuerOf: (claims: IdTokenClaims) => string;
  readonly clientId: string;
  readonly nonce: string;
  /** Epoch ms. */
  readonly now: number;
}

/** Clocks differ. */
const TOLERANCE_S = 60;

/**
 * The claims of an ID token that came straight from the token endpoint, checked as OpenID Connect Core 3.1.3.7 asks:
 * issuer, audience, life and nonce. The TLS connection to the issuer stands for the signature (its item 6). Null where
 * a check fails.
 */
export function readIdToken(token: string, checks: IdTokenChecks): IdTokenClaims | null {
  const read = claims.safeParse(payloadOf(token));
  if (!read.success) return null;
  const { iss, aud, azp, exp, nonce } = read.data;
  const audiences = [aud].flat();
  const forUs = audiences.includes(checks.clientId) && (audiences.length === 1 || azp === checks.clientId);
  const alive = exp + TOLERANCE_S > checks.now / 1_000;
  return forUs && alive && nonce === checks.nonce && iss === checks.issuerOf(read.data) ? read.data : null;
}

function payloadOf(token: string): unknown {
  return readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
}

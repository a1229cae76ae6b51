import { createHash, randomBytes } from 'node:crypto';

/** A fresh PKCE verifier, and what the authorize request says of it (RFC 7636, S256). */
export function newVerifier() {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, asked: { code_challenge: challenge, code_challenge_method: 'S256' } };
}

import { createHash } from 'node:crypto';
import type { SimAccount } from './accounts.ts';
import { formOf, type Call } from './call.ts';
import type { TokenRow } from './tokens.ts';
import type { Client, SimulatorState } from './simulator.ts';

/** Client id and secret of a Basic authorization header, unencoded inside: what Zoom documents, not RFC 6749 §2.3.1. */
export function basicClient(call: Call): { id: string; secret: string } | null {
  const [scheme = '', encoded = ''] = (call.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  return { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Client id and secret of a form. */
export const formClient = (form: URLSearchParams) => ({
  id: form.get('client_id') ?? '',
  secret: form.get('client_secret') ?? '',
});

/** Whether these are our app's own id and secret. */
export const isClient = (client: Client, given: { id: string; secret: string } | null): boolean =>
  given !== null && given.id === client.id && given.secret === client.secret;

/** Whether a call of the token endpoint refreshes, rather than exchanging a code. */
export const isRefresh = (call: Call): boolean => formOf(call).get('grant_type') === 'refresh_token';

/** Notes for the ledger whose token a call of the token endpoint brings. */
export function noteTokenOwner({ tokens }: SimulatorState, call: Call): void {
  const form = formOf(call);
  const row = tokens.find(isRefresh(call) ? 'refresh' : 'code', tokenIn(form));
  if (row !== undefined) call.about.accountId = row.accountId;
}

/** The refresh token or the code of a form. */
export const tokenIn = (form: URLSearchParams): string => form.get('refresh_token') ?? form.get('code') ?? '';

export type CodeProblem = 'unknown' | 'expired' | 'wrong_redirect' | 'wrong_verifier';

/**
 * Takes a code out of the world, whether or not it fits: a code is good for one try. Call it in a handler that returns
 * its refusals.
 */
export function redeemCode({ tokens }: SimulatorState, form: URLSearchParams): TokenRow | CodeProblem {
  const row = tokens.find('code', form.get('code') ?? '');
  if (row?.request === undefined) return 'unknown';
  tokens.remove(row);
  if (row.expiresAt <= Date.now()) return 'expired';
  if (row.request.redirectUri !== form.get('redirect_uri')) return 'wrong_redirect';
  return provesChallenge(row.request, form.get('code_verifier')) ? row : 'wrong_verifier';
}

/** PKCE, RFC 7636 §4.6. */
function provesChallenge(request: NonNullable<TokenRow['request']>, verifier: string | null): boolean {
  if (request.challenge === null) return verifier === null;
  if (verifier === null || !/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const proof =
    request.challengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return proof === request.challenge;
}

export type Bearer =
  | { readonly account: SimAccount; readonly token: TokenRow }
  | { readonly problem: 'missing' | 'unknown' | 'expired' };

/** Who calls, by the bearer token; notes the account for the ledger even where the token has run out. */
export function bearerOf({ tokens, accounts }: SimulatorState, call: Call): Bearer {
  const [scheme = '', text = ''] = (call.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || text === '') return { problem: 'missing' };
  const token = tokens.find('access', text);
  const account = token && accounts.find(token.accountId);
  if (token === undefined || account === undefined) return { problem: 'unknown' };
  call.about.accountId = account.id;
  return token.expiresAt <= Date.now() ? { problem: 'expired' } : { account, token };
}

import { consentRoutes } from '../core/consent.ts';
import { formOf, Refused, type Call, type Outcome, type Route } from '../core/call.ts';
import { basicClient, isClient, redeemCode } from '../core/oauth.ts';
import type { Site, SimulatorState } from '../core/simulator.ts';
import { invalidClient, invalidGrant, oauthError } from './errors.ts';
import type { Installations } from './installations.ts';
import { currentScopes, describeScope } from './scopes.ts';

const CODE_LIFE_MS = 5 * 60_000;
const ACCESS_LIFE_SECONDS = 3600;
const REFRESH_LIFE_MS = 90 * 86_400_000;
const CODE_REFUSALS = {
  unknown: () => oauthError(400, 'Invalid authorization code', 'invalid_grant'),
  expired: () => oauthError(400, 'Authorization code has expired', 'invalid_grant'),
  wrong_redirect: () => oauthError(400, 'Redirect URI mismatch.', 'invalid_request'),
  wrong_verifier: () => oauthError(400, 'Code verifier does not match', 'invalid_grant'),
} as const;

/** Zoom's OAuth: Basic client, rotating refresh tokens, a second consent that ends the first. */
export function oauthRoutes({ state, client }: Site, installations: Installations): Route[] {
  const guard = (call: Call) => {
    if (!isClient(client, basicClient(call))) throw new Refused(invalidClient());
  };
  return [
    ...consentRoutes({
      providerId: 'zoom',
      providerName: 'Zoom',
      path: '/oauth/authorize',
      state,
      client,
      scopes: () => currentScopes(state, null),
      describe: describeScope,
      granted: (account) => currentScopes(state, account),
      codeLifeMs: CODE_LIFE_MS,
    }),
    {
      method: 'POST',
      path: '/oauth/token',
      operation: (call) => (grantTypeOf(call) === 'refresh_token' ? 'refresh' : 'exchange'),
      guard,
      handle: (call) => {
        if (grantTypeOf(call) === 'authorization_code') return exchange(state, installations, call);
        if (grantTypeOf(call) === 'refresh_token') return refresh(state, call);
        return oauthError(400, 'Unsupported grant type', 'unsupported_grant_type');
      },
    },
    {
      method: 'POST',
      path: '/oauth/revoke',
      operation: 'revoke',
      guard,
      handle: (call) => revoke(state, installations, call),
    },
  ];
}

/** Only the body counts: Zoom refuses token values in query strings. */
const grantTypeOf = (call: Call) => formOf(call).get('grant_type');

function exchange(state: SimulatorState, installations: Installations, call: Call): Outcome {
  const redeemed = redeemCode(state, formOf(call));
  if (typeof redeemed === 'string') return CODE_REFUSALS[redeemed]();
  installations.add(redeemed.accountId);
  return issue(state, call, redeemed.accountId, redeemed.scopes);
}

function refresh(state: SimulatorState, call: Call): Outcome {
  const used = state.tokens.find('refresh', formOf(call).get('refresh_token') ?? '');
  if (used === undefined) return invalidGrant();
  call.about.accountId = used.accountId;
  if (used.expiresAt <= Date.now()) return invalidGrant();
  const account = state.accounts.find(used.accountId) ?? null;
  const now = currentScopes(state, account);
  if (now.length !== used.scopes.length || now.some((scope) => !used.scopes.includes(scope)))
    return oauthError(400, 'The token’s scopes do not match the app’s any more (4711).', 'invalid_grant');
  return issue(state, call, used.accountId, used.scopes);
}

/** Issues new tokens and revokes all earlier ones of the account, access tokens too. */
function issue(state: SimulatorState, call: Call, accountId: string, scopes: readonly string[]): Outcome {
  const { tokens } = state;
  call.about.accountId = accountId;
  tokens.kill(accountId, ['access', 'refresh']);
  const life = state.accounts.trait(accountId, 'accessLifeSeconds', ACCESS_LIFE_SECONDS);
  const body = {
    access_token: tokens.mint('eyJ', { kind: 'access', accountId, scopes, expiresAt: Date.now() + life * 1000 }),
    token_type: 'bearer',
    refresh_token: tokens.mint('eyJ', { kind: 'refresh', accountId, scopes, expiresAt: Date.now() + REFRESH_LIFE_MS }),
    expires_in: life,
    scope: scopes.join(' '),
    api_url: 'https://api.zoom.us',
  };
  return { status: 200, body };
}

/** Takes an access token that still lives, as documented; a refresh token is none. */
function revoke(state: SimulatorState, installations: Installations, call: Call): Outcome {
  const token = state.tokens.find('access', formOf(call).get('token') ?? '');
  if (token === undefined || token.expiresAt <= Date.now()) return oauthError(400, 'Invalid token', 'invalid_request');
  call.about.accountId = token.accountId;
  state.tokens.kill(token.accountId, ['access', 'refresh']);
  installations.remove(token.accountId);
  return { status: 200, body: { status: 'success' } };
}

import { formOf, type Call, type Outcome, type Route } from '../core/call.ts';
import { consentRoutes } from '../core/consent.ts';
import { bearerOf } from '../core/oauth.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { oauthError } from './google-error.ts';
import { askedScopes, CALENDAR_SCOPE, grantedScopes } from './scopes.ts';
import { type Issuing, issuerOf, tokenRoute } from './token-route.ts';

const CODE_LIFE_MS = 600_000;

/**
 * Google's authorization server: consent, tokens, revocation, profile. An account whose trait `calendarTicked` is false
 * leaves the box of the calendar unticked.
 */
export function oauthRoutes(issuing: Issuing): Route[] {
  const { state, client } = issuing.site;
  return [
    ...consentRoutes({
      providerId: 'meet',
      providerName: 'Google',
      login: 'google',
      path: '/accounts/o/oauth2/v2/auth',
      state,
      client,
      scopes: askedScopes,
      granted: (account, asked, ticked) =>
        grantedScopes(
          asked,
          ticked?.includes(CALENDAR_SCOPE) ?? state.accounts.trait(account.id, 'calendarTicked', true),
        ),
      granular: true,
      extra: (call, scopes) => ({ iss: issuerOf(call), scope: scopes.join(' '), authuser: '0', prompt: 'consent' }),
      codePrefix: '4/0A',
      codeLifeMs: CODE_LIFE_MS,
    }),
    tokenRoute(issuing),
    { method: 'POST', path: '/oauth2/revoke', operation: 'revoke', handle: (call) => revoke(state, call) },
    { method: 'GET', path: '/openid/v1/userinfo', operation: 'identify', handle: (call) => userinfo(state, call) },
  ];
}

/** Ends the whole grant of the account to our project, whichever token of it is shown. */
function revoke({ tokens }: SimulatorState, call: Call): Outcome {
  const text = formOf(call).get('token') ?? call.query.get('token') ?? '';
  const row = tokens.find('refresh', text) ?? tokens.find('access', text);
  if (row === undefined) return oauthError(400, 'invalid_token', 'Token expired or revoked');
  call.about.accountId = row.accountId;
  tokens.kill(row.accountId, ['code', 'access', 'refresh']);
  return { status: 200, body: {} };
}

function userinfo(state: SimulatorState, call: Call): Outcome {
  const bearer = bearerOf(state, call);
  if ('problem' in bearer) return oauthError(401, 'invalid_request', 'Invalid Credentials');
  const { id, email, name } = bearer.account;
  const scopes = bearer.token.scopes.join(' ');
  return {
    status: 200,
    body: {
      sub: id,
      ...(scopes.includes('userinfo.email') ? { email, email_verified: true } : {}),
      ...(scopes.includes('userinfo.profile') ? { name } : {}),
    },
  };
}

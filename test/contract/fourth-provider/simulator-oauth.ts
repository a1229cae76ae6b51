import { formOf, Refused, type Call, type Outcome, type Route } from '#dev/simulators/core/call.ts';
import { consentRoutes } from '#dev/simulators/core/consent.ts';
import { formClient, isClient, redeemCode } from '#dev/simulators/core/oauth.ts';
import type { Site } from '#dev/simulators/core/simulator.ts';

const HOUR = 3_600_000;

/** Acme's OAuth: the secret in the form, and a refresh token that stays. */
export function oauthRoutes({ state, client }: Site): Route[] {
  const { tokens } = state;
  const guard = (call: Call) => {
    if (!isClient(client, formClient(formOf(call))))
      throw new Refused({ status: 401, body: { error: 'invalid_client' } });
  };
  const invalidGrant: Outcome = { status: 400, body: { error: 'invalid_grant' } };
  const access = (accountId: string) =>
    tokens.mint('a', { kind: 'access', accountId, scopes: ['rooms'], expiresAt: Date.now() + HOUR });
  return [
    ...consentRoutes({
      providerId: 'acme',
      providerName: 'Acme Rooms',
      path: '/authorize',
      state,
      client,
      scopes: () => ['rooms'],
      granted: (_account, asked) => asked,
      codeLifeMs: HOUR,
    }),
    {
      method: 'POST',
      path: '/token',
      operation: (call) => (formOf(call).get('grant_type') === 'refresh_token' ? 'refresh' : 'exchange'),
      guard,
      handle(call) {
        const form = formOf(call);
        const used = tokens.find('refresh', form.get('refresh_token') ?? '');
        const redeemed = form.has('code') ? redeemCode(state, form) : (used ?? 'unknown');
        if (typeof redeemed === 'string') return invalidGrant;
        const { accountId, scopes } = redeemed;
        const more = used
          ? {}
          : { refresh_token: tokens.mint('r', { kind: 'refresh', accountId, scopes, expiresAt: Date.now() + HOUR }) };
        const body = { access_token: access(accountId), token_type: 'Bearer', expires_in: 3600, ...more };
        return { status: 200, body };
      },
    },
    {
      method: 'POST',
      path: '/revoke',
      operation: 'revoke',
      guard,
      handle(call) {
        const used = tokens.find('refresh', formOf(call).get('token') ?? '');
        if (used) tokens.kill(used.accountId, ['access', 'refresh']);
        return used ? { status: 200, body: {} } : { status: 400, body: { error: 'invalid_token' } };
      },
    },
  ];
}

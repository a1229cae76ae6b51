import { randomUUID } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import type { Route } from '../core/call.ts';
import type { TokenSigner } from '../core/json-web-token.ts';
import type { Notification } from '#dev/simulators/core/notifications.ts';
import type { Site } from '../core/simulator.ts';

/** Google's own; the address of a simulator is in the configuration's `jwks_uri` only. */
const ISSUER = 'https://accounts.google.com/';
const TOKENS_REVOKED = 'https://schemas.openid.net/secevent/oauth/event-type/tokens-revoked';

/** Where the issuer and keys of security events are published; https://developers.google.com/identity/protocols/risc */
export function securityEventRoutes(signer: TokenSigner): Route[] {
  return [
    {
      method: 'GET',
      path: '/accounts/.well-known/risc-configuration',
      handle: ({ origin }) => ({
        status: 200,
        body: {
          issuer: ISSUER,
          jwks_uri: `${origin}/meet/api/oauth2/v3/certs`,
          delivery_methods_supported: ['https://schemas.openid.net/secevent/risc/delivery-method/push'],
        },
      }),
    },
    {
      method: 'GET',
      path: '/api/oauth2/v3/certs',
      handle: () => ({ status: 200, body: { keys: [{ ...signer.key, alg: 'RS256' }] } }),
    },
  ];
}

/** The signed event by which Google says that an account's owner has taken all tokens of our app away. */
export function tokensRevoked(signer: TokenSigner, { client, webhookUrl }: Site, { id }: SimAccount): Notification {
  const claims = {
    iss: ISSUER,
    aud: client.id,
    iat: Math.floor(Date.now() / 1_000),
    jti: randomUUID(),
    events: { [TOKENS_REVOKED]: { subject: { subject_type: 'iss-sub', iss: ISSUER, sub: id } } },
  };
  const body = signer.sign(claims, 'secevent+jwt');
  const headers = { 'content-type': 'application/secevent+jwt', accept: 'application/json' };
  return { lane: id, kind: 'tokens-revoked', url: webhookUrl, headers, body };
}

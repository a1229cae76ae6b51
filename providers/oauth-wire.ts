import * as oauth from 'openid-client';
import { boundedFetch } from './bounded-fetch.ts';
import type { Deadline } from './deadline.ts';
import { type Endpoint, saysTokenIsRevoked, tokenEndpointError } from './oauth-errors.ts';
import type { OauthSettings } from './oauth-settings.ts';
import { ProviderError } from './provider-error.ts';

/** What passed by on the wire that openid-client is not to judge. */
export interface Seen {
  idToken: string;
  /** The token to be revoked was revoked already. */
  isRevoked: boolean;
}

/** A client of one provider for one call, whose requests keep our limits and whose refusals are our errors. */
export function openWire(
  settings: OauthSettings,
  endpoint: Endpoint,
  until?: Deadline,
): { client: oauth.Configuration; seen: Seen } {
  const { clientId, clientSecret = '' } = settings;
  if (clientId === undefined) throw notSetUp(settings);
  const client = new oauth.Configuration(
    {
      issuer: settings.issuer,
      authorization_endpoint: settings.authorizeEndpoint,
      token_endpoint: settings.tokenEndpoint,
      ...(settings.revokeEndpoint !== undefined && { revocation_endpoint: settings.revokeEndpoint }),
    },
    clientId,
    undefined,
    settings.clientAuth === 'basic' ? plainBasic(clientSecret) : oauth.ClientSecretPost(clientSecret),
  );
  // Simulators are reached over http; a real provider's address is https, where this stays forbidden.
  if (settings.tokenEndpoint.startsWith('http:')) oauth.allowInsecureRequests(client);
  const seen: Seen = { idToken: '', isRevoked: false };
  client[oauth.customFetch] = (url, init) => send({ ...settings, until }, endpoint, seen, url, init);
  return { client, seen };
}

/** RFC 6749 would percent-encode both halves, `_` included; Zoom documents base64 of the plain text. */
function plainBasic(secret: string): oauth.ClientAuth {
  return (_server, { client_id: id }, _body, headers) =>
    headers.set('authorization', `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`);
}

async function send(
  settings: OauthSettings,
  endpoint: Endpoint,
  seen: Seen,
  url: string,
  { method, headers, body }: oauth.CustomFetchOptions,
): Promise<Response> {
  const form = body instanceof URLSearchParams ? body.toString() : null;
  const answer = await boundedFetch(url, { method, headers, body: form }, settings);
  if (endpoint === 'revoke' && saysTokenIsRevoked(answer)) {
    seen.isRevoked = true;
    return new Response();
  }
  if (answer.status < 200 || answer.status > 299) throw tokenEndpointError(settings.name, endpoint, answer, Date.now());
  return new Response(withoutIdToken(answer.body, seen), { headers: { 'Content-Type': 'application/json' } });
}

/** openid-client ties ID tokens to one fixed issuer; Microsoft's differs by tenant, so ours are read by `readIdToken`. */
function withoutIdToken(body: Buffer, seen: Seen): string {
  const text = body.toString('utf8');
  if (!text.includes('"id_token"')) return text;
  const { id_token: idToken, ...rest } = JSON.parse(text) as Record<string, unknown>;
  seen.idToken = typeof idToken === 'string' ? idToken : '';
  return JSON.stringify(rest);
}

function notSetUp({ name }: OauthSettings): ProviderError {
  const text = `${name} is not set up on this server.`;
  return new ProviderError('misconfigured', { text, code: 'not_set_up', definite: true });
}

import * as oauth from 'openid-client';
import { boundedFetch } from './bounded-fetch.ts';
import type { Deadline } from './deadline.ts';
import { type Endpoint, saysTokenIsDead, tokenEndpointError } from './oauth-errors.ts';
import type { OauthVendor } from './oauth-vendor.ts';
import { ProviderError } from './provider-error.ts';

/** What passed by on the wire that openid-client is not to judge. */
export interface Seen {
  idToken: string;
  /** The token to be revoked was dead already. */
  dead: boolean;
}

/** A client of one vendor for one call, whose requests keep our limits and whose refusals are our errors. */
export function openWire(
  vendor: OauthVendor,
  endpoint: Endpoint,
  until?: Deadline,
): { client: oauth.Configuration; seen: Seen } {
  const { clientId, clientSecret = '' } = vendor;
  if (clientId === undefined) throw notSetUp(vendor);
  const client = new oauth.Configuration(
    {
      issuer: vendor.issuer,
      authorization_endpoint: vendor.authorizeEndpoint,
      token_endpoint: vendor.tokenEndpoint,
      ...(vendor.revokeEndpoint !== undefined && { revocation_endpoint: vendor.revokeEndpoint }),
    },
    clientId,
    undefined,
    vendor.clientAuth === 'basic' ? plainBasic(clientSecret) : oauth.ClientSecretPost(clientSecret),
  );
  // Simulators are reached over http; a real vendor's address is https, where this stays forbidden.
  if (vendor.tokenEndpoint.startsWith('http:')) oauth.allowInsecureRequests(client);
  const seen: Seen = { idToken: '', dead: false };
  client[oauth.customFetch] = (url, init) => send({ ...vendor, until }, endpoint, seen, url, init);
  return { client, seen };
}

/** RFC 6749 would percent-encode both halves, `_` included; Zoom documents base64 of the plain text. */
function plainBasic(secret: string): oauth.ClientAuth {
  return (_server, { client_id: id }, _body, headers) =>
    headers.set('authorization', `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`);
}

async function send(
  vendor: OauthVendor,
  endpoint: Endpoint,
  seen: Seen,
  url: string,
  { method, headers, body }: oauth.CustomFetchOptions,
): Promise<Response> {
  const form = body instanceof URLSearchParams ? body.toString() : null;
  const answer = await boundedFetch(url, { method, headers, body: form }, vendor);
  if (endpoint === 'revoke' && saysTokenIsDead(answer)) {
    seen.dead = true;
    return new Response();
  }
  if (answer.status < 200 || answer.status > 299) throw tokenEndpointError(vendor.name, endpoint, answer, Date.now());
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

function notSetUp({ name }: OauthVendor): ProviderError {
  const text = `${name} is not set up on this server.`;
  return new ProviderError('misconfigured', { text, code: 'not_set_up', definite: true });
}

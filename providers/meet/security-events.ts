import { compactVerify, createRemoteJWKSet, customFetch, decodeJwt, errors, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import { boundedFetch, type Limits, unusable } from '../bounded-fetch.ts';
import { readJson } from '../json-text.ts';
import type { Notification, NotificationAnswer } from '../provider.ts';

interface Receiver {
  /** Base URL of Google's accounts server, which publishes who signs. */
  readonly accountsUrl: string;
  /** Ours; an event for another client is none for us. */
  readonly clientId: string | undefined;
  readonly limits: Limits;
}

/** Who signs security events, and with which keys. */
interface Issuer {
  readonly name: string;
  readonly keys: RemoteJWKSet;
}

/**
 * The one event for us: the owner of the account has taken our access away. Others are taken and left alone; the one of
 * a single token names no account, and the next call finds out.
 */
const TOKENS_REVOKED = 'https://schemas.openid.net/secevent/oauth/event-type/tokens-revoked';

const claims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  iat: z.number().int().positive(),
  jti: z.string().min(1).max(200),
  events: z.record(z.string(), z.unknown()),
});
const aboutAccount = z.object({ subject: z.object({ iss: z.string(), sub: z.string().min(1) }) });
const published = z.object({ issuer: z.string().min(1), jwks_uri: z.url() });

const REFUSED: NotificationAnswer = { kind: 'refused' };
/** Configuration and keys together are here long before an answer to Google is due. */
const EACH_WITHIN_MS = 1_500;
/** The keys could not be had, which says nothing of the token. */
const WITHOUT_KEYS = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID', 'ERR_JWKS_TIMEOUT']);

/**
 * Reads Google's security event tokens (Cross-Account Protection): signed by the keys its configuration names, for our
 * client, without an end of their own; https://developers.google.com/identity/protocols/risc
 * @returns a reader of one token's text, which throws ProviderError `unavailable` where the keys cannot be had
 */
export function createSecurityEvents(receiver: Receiver): (token: string) => Promise<NotificationAnswer> {
  const { accountsUrl, clientId } = receiver;
  const limits = { ...receiver.limits, timeoutMs: Math.min(receiver.limits.timeoutMs, EACH_WITHIN_MS) };
  let known: Promise<Issuer> | null = null;
  const issuer = () => (known ??= discover(accountsUrl, limits));
  return async (token) => {
    const said = claimsOf(token);
    // Before anything is asked of Google: most of what is posted here in bad faith ends here.
    if (said === null || clientId === undefined || ![said.aud].flat().includes(clientId)) return REFUSED;
    try {
      const { name, keys } = await issuer();
      if (said.iss !== name || !(await isSigned(token, keys, limits))) return REFUSED;
      return { kind: 'notifications', status: 202, notifications: notificationsOf(said, name) };
    } catch (error) {
      known = null;
      throw error;
    }
  };
}

function claimsOf(token: string): z.infer<typeof claims> | null {
  try {
    return claims.parse(decodeJwt(token));
  } catch {
    return null;
  }
}

async function discover(accountsUrl: string, limits: Limits): Promise<Issuer> {
  const text = await get(`${accountsUrl}/.well-known/risc-configuration`, limits);
  const read = published.safeParse(readJson(text));
  if (!read.success) throw unusable(limits, 'no configuration of security events');
  const { issuer, jwks_uri: uri } = read.data;
  return { name: issuer, keys: createRemoteJWKSet(new URL(uri), { [customFetch]: (url) => fetchKeys(url, limits) }) };
}

async function fetchKeys(url: string, limits: Limits): Promise<Response> {
  return new Response(await get(url, limits));
}

async function get(url: string, limits: Limits): Promise<string> {
  const { status, body } = await boundedFetch(url, { method: 'GET', headers: { Accept: 'application/json' } }, limits);
  if (status !== 200) throw unusable(limits, `HTTP ${status} for ${new URL(url).pathname}`, status);
  return body.toString('utf8');
}

async function isSigned(token: string, keys: RemoteJWKSet, limits: Limits): Promise<boolean> {
  try {
    await compactVerify(token, keys, { algorithms: ['RS256'] });
    return true;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (WITHOUT_KEYS.has(error.code)) throw unusable(limits, error.code);
    return false;
  }
}

/** The token's own id makes a repeated one the same notification. */
function notificationsOf({ events, jti }: z.infer<typeof claims>, issuer: string): Notification[] {
  const about = aboutAccount.safeParse(events[TOKENS_REVOKED]);
  if (!about.success || about.data.subject.iss !== issuer) return [];
  const { sub: accountId } = about.data.subject;
  return [{ what: 'deauthorized', accountId, dedupeKey: `event:${jti}` }];
}

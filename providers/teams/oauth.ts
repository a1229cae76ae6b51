import { z } from 'zod';
import type { Config } from '#config';
import type { Deadline } from '../deadline.ts';
import { type Api, callApi } from '../http.ts';
import type { IdTokenClaims } from '../id-token.ts';
import { createOauthClient } from '../oauth.ts';
import type { OauthSettings } from '../oauth-settings.ts';
import { ProviderError } from '../provider-error.ts';
import type { Account, Attempt, Claims, Grant, Provider } from '../provider.ts';
import { accountIdOf } from './account-id.ts';
import { HEADERS } from './graph.ts';
import { manifest } from './manifest.ts';

type Oauth = Pick<Provider, 'authorizeUrl' | 'exchange' | 'refresh' | 'revoke' | 'identify'>;

/** Numbers with which Entra asks for an administrator's consent; a hint for the text, nothing is decided by them. */
const ADMIN_NEEDED = /AADSTS(65001|900(93|94|95)|90094[12])\b/;

/** Microsoft's authorization server; https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export function createTeamsOauth(config: Config, api: Api): Oauth {
  const client = createOauthClient({
    ...microsoftServer(config),
    authorizeParameters,
    neededScopes: ['User.Read', 'Calendars.ReadWrite'],
    covers,
    idToken: { issuerOf: (claims) => issuerOf(config, claims), claimsOf },
    asksForAdmin: ({ searchParams }) => ADMIN_NEEDED.test(searchParams.get('error_description') ?? ''),
  });
  return {
    authorizeUrl: client.authorizeUrl,
    exchange: (callback, attempt, until) => client.exchange(withoutTenantIssuer(config, callback), attempt, until),
    refresh: client.refresh,
    // Microsoft has no way to end one app's grant; the host removes it at `manageAccessUrl`.
    revoke: async () => {},
    identify: (grant, until) => identify(config, api, grant, until),
  };
}

/** Where Microsoft asks and answers, and our registration there; logins go there too. */
export function microsoftServer(config: Config) {
  const endpoints = `${config.TEAMS_OAUTH_URL}/common/oauth2/v2.0`;
  return {
    name: 'Microsoft',
    timeoutMs: config.HTTP_TIMEOUT_MS,
    clientId: config.TEAMS_CLIENT_ID,
    clientSecret: config.TEAMS_CLIENT_SECRET,
    clientAuth: 'form',
    issuer: `${config.TEAMS_OAUTH_URL}/common/v2.0`,
    authorizeEndpoint: `${endpoints}/authorize`,
    tokenEndpoint: `${endpoints}/token`,
  } satisfies Partial<OauthSettings>;
}

/** `query` keeps the session's cookie on the way back; without a remembered account the host chooses one. */
function authorizeParameters({ loginHint }: Attempt): Record<string, string> {
  return {
    scope: manifest.scopes.map(({ name }) => name).join(' '),
    response_mode: 'query',
    ...(loginHint === undefined ? { prompt: 'select_account' } : { login_hint: loginHint }),
  };
}

/** Permissions of Graph come back short or as addresses, in any case. */
function covers(granted: string, needed: string): boolean {
  return granted.slice(granted.lastIndexOf('/') + 1).toLowerCase() === needed.toLowerCase();
}

/** Sign-in at `common` is answered in the name of the account's own tenant. */
export function issuerOf({ TEAMS_OAUTH_URL }: Config, { tid }: IdTokenClaims): string {
  return `${TEAMS_OAUTH_URL}/${String(tid)}/v2.0`;
}

/**
 * A redirect may name its issuer (RFC 9207), which at `common` is that of a tenant not known before. A tenant's is taken
 * out here, since the ID token's own is checked; any other one stays and is refused.
 */
export function withoutTenantIssuer({ TEAMS_OAUTH_URL }: Config, callback: URL): URL {
  const issuer = callback.searchParams.get('iss') ?? '';
  const [, tenant] = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/.exec(issuer) ?? [];
  if (issuer !== `${TEAMS_OAUTH_URL}/${tenant}/v2.0`) return callback;
  const known = new URL(callback);
  known.searchParams.delete('iss');
  return known;
}

export function claimsOf({ sub, oid, tid, email }: IdTokenClaims): Claims {
  return {
    subject: typeof oid === 'string' ? oid : sub,
    ...(typeof tid === 'string' ? { tenant: tid } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}

const profile = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });

/** The address is for display only. Accounts without a mailbox of that name have no `mail`, guests no usable login name. */
async function identify(config: Config, api: Api, { accessToken, claims }: Grant, until?: Deadline): Promise<Account> {
  if (claims?.tenant === undefined) throw noAccount();
  const url = new URL(`${config.TEAMS_API_URL}/v1.0/me?$select=mail,userPrincipalName`);
  const me = await callApi(api, {
    method: 'GET',
    url,
    access: { accessToken, until },
    headers: HEADERS,
    answer: profile,
  });
  const email = [me.mail, me.userPrincipalName, claims.email].find((text) => text?.includes('@'));
  if (!email) throw noAccount();
  return { accountId: accountIdOf(claims.tenant, claims.subject), email };
}

function noAccount(): ProviderError {
  const text = 'Microsoft did not say which account was connected.';
  return new ProviderError('rejected', { text, code: 'answer_refused', definite: true });
}

import { z } from 'zod';
import type { Config } from '#config';
import type { Deadline } from '../deadline.ts';
import { type Api, callApi } from '../http.ts';
import type { IdTokenClaims } from '../id-token.ts';
import { createOauthClient } from '../oauth.ts';
import type { OauthSettings } from '../oauth-settings.ts';
import { ProviderError } from '../provider-error.ts';
import type { Account, Attempt, Claims, Grant, Provider } from '../provider.ts';
import { CALENDAR_SCOPE, manifest } from './manifest.ts';

type Oauth = Pick<Provider, 'authorizeUrl' | 'exchange' | 'refresh' | 'revoke' | 'identify'>;

/** Google's authorization server; https://developers.google.com/identity/protocols/oauth2/web-server */
export function createMeetOauth(config: Config, api: Api): Oauth {
  const client = createOauthClient({
    ...googleServer(config),
    name: manifest.name,
    revokeEndpoint: `${config.MEET_OAUTH_URL}/revoke`,
    authorizeParameters,
    // The box of the calendar can be unticked on the consent page; the identity cannot.
    neededScopes: [CALENDAR_SCOPE],
    idToken: { issuerOf: (claims) => issuerOf(config, claims), claimsOf },
  });
  return {
    authorizeUrl: client.authorizeUrl,
    exchange: client.exchange,
    refresh: client.refresh,
    async revoke({ accessToken, refreshToken }, until) {
      await client.revoke(refreshToken ?? accessToken, until);
    },
    identify: (grant, until) => identify(config, api, grant, until),
  };
}

/** Where Google asks and answers, and our registration there; logins go there too. */
export function googleServer(config: Config) {
  return {
    timeoutMs: config.HTTP_TIMEOUT_MS,
    clientId: config.MEET_CLIENT_ID,
    clientSecret: config.MEET_CLIENT_SECRET,
    clientAuth: 'form',
    issuer: config.MEET_ACCOUNTS_URL,
    authorizeEndpoint: `${config.MEET_ACCOUNTS_URL}/o/oauth2/v2/auth`,
    tokenEndpoint: `${config.MEET_OAUTH_URL}/token`,
  } satisfies Partial<OauthSettings>;
}

/** Google gives a refresh token for `offline` only, and a second one only when it asks for consent again. */
function authorizeParameters({ loginHint }: Attempt): Record<string, string> {
  return {
    scope: manifest.scopes.map(({ name }) => name).join(' '),
    access_type: 'offline',
    prompt: 'consent',
    ...(loginHint === undefined ? {} : { login_hint: loginHint }),
  };
}

/** Google's ID tokens name the issuer with or without its scheme. */
export function issuerOf({ MEET_ACCOUNTS_URL }: Config, { iss }: IdTokenClaims): string {
  const bare = MEET_ACCOUNTS_URL.replace(/^https:\/\//, '');
  return iss === bare ? bare : MEET_ACCOUNTS_URL;
}

function claimsOf({ sub, email }: IdTokenClaims): Claims {
  return { subject: sub, ...(typeof email === 'string' ? { email } : {}) };
}

const userinfo = z.object({ sub: z.string().min(1), email: z.string().min(1) });

/** `sub` identifies the account; its email address may change and go to another person. */
async function identify(config: Config, api: Api, { accessToken, claims }: Grant, until?: Deadline): Promise<Account> {
  const url = new URL(`${config.MEET_USERINFO_URL}/v1/userinfo`);
  const { sub, email } = await callApi(api, { method: 'GET', url, access: { accessToken, until }, answer: userinfo });
  if (claims !== undefined && claims.subject !== sub) throw mixedUp();
  return { accountId: sub, email };
}

function mixedUp(): ProviderError {
  const text = 'Google named two different accounts for one connection.';
  return new ProviderError('rejected', { text, code: 'answer_refused', definite: true });
}

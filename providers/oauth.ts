import * as oauth from 'openid-client';
import { sha256 } from '#sha256';
import { unusable } from './bounded-fetch.ts';
import type { Deadline } from './deadline.ts';
import { readIdToken } from './id-token.ts';
import { redirectError } from './oauth-errors.ts';
import type { OauthSettings } from './oauth-settings.ts';
import { openWire } from './oauth-wire.ts';
import { ProviderError } from './provider-error.ts';
import type { Attempt, Grant, Provider } from './provider.ts';
import { missingScopes, readScopes } from './scopes.ts';

export interface OauthClient extends Pick<Provider, 'authorizeUrl' | 'exchange' | 'refresh'> {
  /** Ends one token's grant; false where the token was revoked already. @throws ProviderError */
  revoke(token: string, until?: Deadline): Promise<boolean>;
}

/** The authorization code flow with PKCE, refreshing and revocation, by openid-client, within the limits of every call. */
export function createOauthClient(settings: OauthSettings): OauthClient {
  return {
    authorizeUrl: (attempt) =>
      oauth.buildAuthorizationUrl(openWire(settings, 'exchange').client, {
        redirect_uri: attempt.redirectUri,
        state: attempt.state,
        code_challenge: sha256(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(settings.idToken && { nonce: nonceOf(attempt) }),
        ...settings.authorizeParameters?.(attempt),
      }),
    exchange: (callback, attempt, until) => exchange(settings, callback, attempt, until),
    async refresh(refreshToken, until) {
      const { client } = openWire(settings, 'refresh', until);
      const answered = oauth.refreshTokenGrant(client, refreshToken);
      return toGrant(
        settings,
        await answered.catch((error: unknown) => passOn(error, () => unusable(settings, why(error)))),
      );
    },
    async revoke(token, until) {
      const { client, seen } = openWire(settings, 'revoke', until);
      const answered = oauth.tokenRevocation(client, token);
      await answered.catch((error: unknown) => passOn(error, () => unusable(settings, why(error))));
      return !seen.isRevoked;
    },
  };
}

async function exchange(settings: OauthSettings, callback: URL, attempt: Attempt, until?: Deadline): Promise<Grant> {
  const { client, seen } = openWire(settings, 'exchange', until);
  // The address the host came back to is ours by definition; only its query is the provider's.
  const answered = new URL(callback.search, attempt.redirectUri);
  // openid-client takes an empty one for none; RFC 9207 §2.4 refuses anything but the issuer.
  if (answered.searchParams.get('iss') === '') throw answerRefused(settings, 'empty iss');
  const checks = { pkceCodeVerifier: attempt.codeVerifier, expectedState: attempt.state };
  const tokens = await oauth
    .authorizationCodeGrant(client, answered, checks)
    .catch((error: unknown) => passOn(error, () => callbackError(settings, answered, error)));
  const grant = toGrant(settings, tokens);
  if (missingScopes(grant.scopes, settings.neededScopes, settings.covers).length > 0) throw scopesMissing(settings);
  if (!settings.idToken) return grant;
  const claims = readIdToken(seen.idToken, {
    issuerOf: settings.idToken.issuerOf,
    clientId: settings.clientId ?? '',
    nonce: nonceOf(attempt),
    now: Date.now(),
  });
  if (claims === null) throw answerRefused(settings, 'id token');
  return { ...grant, claims: settings.idToken.claimsOf(claims) };
}

function toGrant(settings: OauthSettings, tokens: oauth.TokenEndpointResponse): Grant {
  return {
    accessToken: tokens.access_token,
    // Null keeps the one we have: Google sends none when refreshing.
    refreshToken: tokens.refresh_token ?? null,
    expiresAt: Date.now() + (tokens.expires_in ?? 3_600) * 1_000,
    // RFC 6749 5.1: an answer without `scope` grants what was asked for.
    scopes: tokens.scope === undefined ? settings.neededScopes : readScopes(tokens.scope),
  };
}

/** Our own errors come out of openid-client as causes. */
function passOn(error: unknown, otherwise: () => ProviderError): never {
  if (error instanceof Error && error.cause instanceof ProviderError) throw error.cause;
  throw otherwise();
}

function callbackError(settings: OauthSettings, callback: URL, error: unknown): ProviderError {
  return error instanceof oauth.AuthorizationResponseError
    ? redirectError(settings.name, callback, settings.asksForAdmin?.(callback) ?? false)
    : answerRefused(settings, why(error));
}

/** Bound to the attempt by its verifier, which leaves the server only with the code itself. */
function nonceOf({ codeVerifier }: Attempt): string {
  return sha256(`nonce ${codeVerifier}`);
}

function why(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

function scopesMissing({ name }: OauthSettings): ProviderError {
  const text = `Some of the permissions were left out at ${name}.`;
  return new ProviderError('rejected', { text, code: 'scopes_missing', definite: true });
}

/** Mixed-up redirects, forged states and broken answers alike: nothing is stored. */
function answerRefused({ name }: OauthSettings, detail: string): ProviderError {
  const text = `The answer of ${name} did not fit the request.`;
  return new ProviderError('rejected', { text, code: 'answer_refused', definite: true, detail });
}

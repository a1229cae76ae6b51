import type { Config } from '#config';
import type { Deadline } from '../deadline.ts';
import { createOauthClient, type OauthClient } from '../oauth.ts';
import { ProviderError } from '../provider-error.ts';
import type { Provider } from '../provider.ts';
import { manifest } from './manifest.ts';

/** Zoom's OAuth: its scopes are those of the Marketplace app, so none are asked for; the client proves itself by Basic. */
export function createZoomOauth(config: Config): OauthClient {
  return createOauthClient({
    name: manifest.name,
    timeoutMs: config.HTTP_TIMEOUT_MS,
    clientId: config.ZOOM_CLIENT_ID,
    clientSecret: config.ZOOM_CLIENT_SECRET,
    clientAuth: 'basic',
    issuer: config.ZOOM_OAUTH_URL,
    authorizeEndpoint: `${config.ZOOM_OAUTH_URL}/oauth/authorize`,
    tokenEndpoint: `${config.ZOOM_OAUTH_URL}/oauth/token`,
    revokeEndpoint: `${config.ZOOM_OAUTH_URL}/oauth/revoke`,
    neededScopes: manifest.scopes.map(({ name }) => name),
    covers,
  });
}

/**
 * Zoom revokes by access token, and with it the refresh token dies. An access token that has run out is replaced once
 * to revoke what it stands for.
 */
export async function revokeGrant(
  oauth: OauthClient,
  grant: Parameters<Provider['revoke']>[0],
  until?: Deadline,
): Promise<void> {
  if ((await oauth.revoke(grant.accessToken, until)) || grant.refreshToken === null) return;
  try {
    const renewed = await oauth.refresh(grant.refreshToken, until);
    await oauth.revoke(renewed.accessToken, until);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'reauthorize') throw error;
  }
}

/** Apps registered before granular scopes carry the classic ones. */
function covers(granted: string, needed: string): boolean {
  const classic = needed.startsWith('user:')
    ? 'user:read'
    : needed.startsWith('meeting:read')
      ? 'meeting:read'
      : 'meeting:write';
  return granted === needed || granted === classic;
}

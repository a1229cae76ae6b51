import type { Config } from '#config';
import { createLoginProvider, type LoginProvider } from '../login.ts';
import { accountIdOf } from './account-id.ts';
import { claimsOf, issuerOf, microsoftServer, withoutTenantIssuer } from './oauth.ts';

/**
 * Login with a Microsoft account. Its address proves nothing, since an organisation's administrator may write any there.
 * https://learn.microsoft.com/entra/identity-platform/claims-validation
 */
export function createMicrosoftLogin(config: Config): LoginProvider {
  const provider = createLoginProvider({
    id: 'microsoft',
    ...microsoftServer(config),
    idToken: {
      issuerOf: (claims) => issuerOf(config, claims),
      claimsOf: (claims) => ({
        ...claimsOf(claims),
        ...(typeof claims['name'] === 'string' ? { name: claims['name'] } : {}),
      }),
    },
    accountIdOf: ({ tenant, subject }) => (tenant === undefined ? undefined : accountIdOf(tenant, subject)),
  });
  return {
    ...provider,
    identify: (callback, attempt) => provider.identify(withoutTenantIssuer(config, callback), attempt),
  };
}

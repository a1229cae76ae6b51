import type { Config } from '#config';
import { createOauthClient } from './oauth.ts';
import type { OauthSettings } from './oauth-settings.ts';
import { ProviderError } from './provider-error.ts';
import type { Attempt, Claims } from './provider.ts';

/** An account of Google or Microsoft by which a host logs in here. */
export interface Identity {
  /** Permanent; addresses and names change hands. */
  readonly accountId: string;
  readonly email: string;
  /** Empty where it was not told. */
  readonly name: string;
  /** Whether the provider vouches that the address belongs to this person now. */
  readonly isEmailProven: boolean;
}

/** Where hosts may log in with an account they have already. */
export interface LoginProvider {
  readonly id: NonNullable<Config['LOGIN_WITH']>[number];
  readonly name: string;
  authorizeUrl(attempt: Attempt): URL;
  /** `callback` is the address the browser came back to. @throws ProviderError */
  identify(callback: URL, attempt: Attempt): Promise<Identity>;
}

type Settings = Omit<OauthSettings, 'neededScopes' | 'authorizeParameters'> & {
  readonly id: LoginProvider['id'];
  readonly accountIdOf: (claims: Claims) => string | undefined;
};

/**
 * Login by OpenID Connect: all that is asked for is who it is, every time with the choice of the account. No token is
 * kept, and none would open anything but name and address.
 */
export function createLoginProvider({ id, accountIdOf, ...settings }: Settings): LoginProvider {
  const client = createOauthClient({
    ...settings,
    neededScopes: [],
    authorizeParameters: () => ({ scope: 'openid email profile', response_mode: 'query', prompt: 'select_account' }),
  });
  return {
    id,
    name: settings.name,
    authorizeUrl: client.authorizeUrl,
    async identify(callback, attempt) {
      const { claims } = await client.exchange(callback, attempt);
      const accountId = claims && accountIdOf(claims);
      if (accountId === undefined || claims?.email === undefined) throw unnamed(settings.name);
      const { email, name = '', isEmailProven = false } = claims;
      return { accountId, email: email.toLowerCase(), name, isEmailProven };
    },
  };
}

function unnamed(name: string): ProviderError {
  const text = `${name} did not say whose account it is.`;
  return new ProviderError('rejected', { text, code: 'answer_refused', definite: true });
}

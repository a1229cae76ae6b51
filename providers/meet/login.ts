import type { Config } from '#config';
import type { IdTokenClaims } from '../id-token.ts';
import { createLoginProvider } from '../login.ts';
import type { Claims } from '../provider.ts';
import { googleServer, issuerOf } from './oauth.ts';

/** Login with a Google account; https://developers.google.com/identity/openid-connect/openid-connect */
export const createGoogleLogin = (config: Config) =>
  createLoginProvider({
    id: 'google',
    name: 'Google',
    ...googleServer(config),
    idToken: { issuerOf: (claims) => issuerOf(config, claims), claimsOf },
    accountIdOf: ({ subject }) => subject,
  });

/**
 * Google vouches for the addresses it hosts itself: those of Gmail and of an organisation's Workspace. An account may
 * have another one, which another person may own by now.
 * https://developers.google.com/identity/gsi/web/guides/verify-google-id-token
 */
function claimsOf({ sub, email, email_verified: isVerified, hd: organisation, name }: IdTokenClaims): Claims {
  if (typeof email !== 'string') return { subject: sub };
  const isHosted = typeof organisation === 'string' || /@gmail\.com$/i.test(email);
  return {
    subject: sub,
    email,
    isEmailProven: isVerified === true && isHosted,
    ...(typeof name === 'string' ? { name } : {}),
  };
}

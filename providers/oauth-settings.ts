import type { Limits } from './bounded-fetch.ts';
import type { IdTokenClaims } from './id-token.ts';
import type { Attempt, Claims } from './provider.ts';
import type { Covers } from './scopes.ts';

/** A provider's authorization server and our registration there. */
export interface OauthSettings extends Limits {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  /** How the client proves itself: HTTP Basic, or the secret in the form. */
  readonly clientAuth: 'basic' | 'form';
  /** Compared with `iss` where the redirect carries one (RFC 9207). */
  readonly issuer: string;
  readonly authorizeEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revokeEndpoint?: string;
  /** Further parameters of the consent page's address: `scope`, `prompt` and the like. */
  readonly authorizeParameters?: (attempt: Attempt) => Readonly<Record<string, string>>;
  /** Permissions without which a connection is useless. */
  readonly neededScopes: readonly string[];
  readonly covers?: Covers;
  /** Set where the provider issues ID tokens: a nonce is sent and the claims are checked. */
  readonly idToken?: {
    readonly issuerOf: (claims: IdTokenClaims) => string;
    readonly claimsOf: (claims: IdTokenClaims) => Claims;
  };
  /** Reads in the redirect's error that an administrator has to consent, where the provider has its own way to say so. */
  readonly asksForAdmin?: (callback: URL) => boolean;
}

import type { Refusal } from './http.ts';
import { mapError, type MappedError } from './error-mapping.ts';
import type { ProviderError } from './provider-error.ts';

interface Reading {
  /** The provider's name, for sentences. */
  readonly name: string;
  readonly refusal: Refusal;
  /** The foreign code and text, for the redacted log only. */
  readonly detail: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * What an HTTP status means where a provider has nothing special to say: 401 an expired token, 404 and 410 gone, 409 and
 * 412 a concurrent change, 429 too many calls, 5xx (and 408) an unknown outcome, any other 4xx a permanent refusal.
 */
export function standardError({ name, ...said }: Reading): ProviderError {
  return mapError(meaningOf(name, said.refusal.status), said);
}

function meaningOf(name: string, status: number): MappedError {
  switch (status) {
    case 401:
      return ['expired_access', 'access_refused', `${name} did not accept the access token.`];
    case 404:
    case 410:
      return ['gone', 'meeting_gone', `The meeting does not exist at ${name} any more.`];
    case 409:
    case 412:
      return ['conflict', 'meeting_conflict', `The meeting was being changed at ${name} at the same moment.`];
    case 429:
      return ['rate_limited', 'provider_busy', `${name} takes no more calls for a moment.`];
    default:
      return status >= 500 || status === 408
        ? ['unavailable', 'provider_unavailable', `${name} is not working at the moment.`]
        : ['rejected', 'provider_refused', `${name} refused what it was asked for.`];
  }
}

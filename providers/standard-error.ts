import type { Refusal } from './http.ts';
import { ProviderError } from './provider-error.ts';
import { retryAfterMs } from './retry-after.ts';

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
 * What an HTTP status means where a vendor has nothing special to say: 401 an expired token, 404 and 410 gone, 409 and
 * 412 a concurrent change, 429 too many calls, 5xx (and 408) an unknown outcome, any other 4xx a refusal for good.
 */
export function standardError({ name, refusal, detail, now }: Reading): ProviderError {
  const { status, headers } = refusal;
  const wait = retryAfterMs(headers.get('retry-after'), now);
  const facts = { detail, status, definite: true, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  if (status === 401)
    return new ProviderError('expired_access', {
      ...facts,
      text: `${name} did not accept the access token.`,
      code: 'access_refused',
    });
  if (status === 404 || status === 410)
    return new ProviderError('gone', {
      ...facts,
      text: `The meeting does not exist at ${name} any more.`,
      code: 'meeting_gone',
    });
  if (status === 409 || status === 412)
    return new ProviderError('conflict', {
      ...facts,
      text: `The meeting was being changed at ${name} at the same moment.`,
      code: 'meeting_conflict',
    });
  if (status === 429)
    return new ProviderError('rate_limited', {
      ...facts,
      text: `${name} takes no more calls for a moment.`,
      code: 'provider_busy',
      scope: 'call',
    });
  if (status >= 500 || status === 408)
    return new ProviderError('unavailable', {
      ...facts,
      definite: false,
      text: `${name} is not working at the moment.`,
      code: 'provider_unavailable',
    });
  return new ProviderError('rejected', {
    ...facts,
    text: `${name} refused what it was asked for.`,
    code: 'provider_refused',
  });
}

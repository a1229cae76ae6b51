import { z } from 'zod';
import type { Answer } from './bounded-fetch.ts';
import { readJson } from './json-text.ts';
import { ProviderError } from './provider-error.ts';
import { retryAfterMs } from './retry-after.ts';

export type Endpoint = 'exchange' | 'refresh' | 'revoke';

const errorBody = z.object({
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** Answers that say our own client is set up wrongly; the host could do nothing about it. */
const OUR_FAULT = new Set([
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_target',
]);
/** Answers that only a new consent of the host fixes. */
const HOST_NEEDED = new Set([
  'invalid_grant',
  'interaction_required',
  'login_required',
  'consent_required',
  'account_selection_required',
  'invalid_scope',
]);
/** RFC 7009 wants a 200 for a revoked token; Google says `invalid_token`, others complain of the request. */
const DEAD_TOKEN = new Set(['invalid_token', 'invalid_grant', 'invalid_request']);
/** Answers of the consent page that ask for an administrator. */
const ADMIN_NEEDED = new Set(['consent_required', 'admin_policy_enforced', 'org_internal', 'admin_consent_required']);

/**
 * What a token or revocation endpoint's refusal means. Only the standard `error` code decides: a text alone may be a
 * passing trouble, and no grant is given up for it.
 */
export function tokenEndpointError(name: string, endpoint: Endpoint, answer: Answer, now: number): ProviderError {
  const { error, detail } = readRefusal(answer);
  const wait = retryAfterMs(answer.headers.get('retry-after'), now);
  const facts = {
    detail,
    status: answer.status,
    definite: true,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
  if (answer.status === 429)
    return new ProviderError('rate_limited', {
      ...facts,
      text: `${name} takes no more calls for a moment.`,
      code: 'provider_busy',
      scope: 'call',
    });
  if (answer.status < 500 && OUR_FAULT.has(error))
    return new ProviderError('misconfigured', {
      ...facts,
      text: `${name} does not accept this server’s own registration.`,
      code: 'client_refused',
    });
  if (answer.status < 500 && HOST_NEEDED.has(error))
    return endpoint === 'exchange'
      ? new ProviderError('rejected', {
          ...facts,
          text: `${name} did not accept the answer of its consent page.`,
          code: 'code_refused',
        })
      : new ProviderError('reauthorize', {
          ...facts,
          text: `${name} does not accept the connection any more; the host has to reconnect.`,
          code: 'grant_dead',
        });
  return new ProviderError('unavailable', {
    ...facts,
    definite: false,
    text: `${name} is not working at the moment.`,
    code: 'provider_unavailable',
  });
}

/** Whether a revocation was refused because there is nothing left to revoke. */
export function saysTokenIsRevoked(answer: Answer): boolean {
  const { error } = readRefusal(answer);
  return answer.status >= 400 && answer.status < 500 && DEAD_TOKEN.has(error);
}

/** What an `error` on the redirect back to us means. @param asksForAdmin the provider's own reading of its texts */
export function redirectError(name: string, callback: URL, asksForAdmin: boolean): ProviderError {
  const error = callback.searchParams.get('error') ?? '';
  const detail = `${error} ${callback.searchParams.get('error_description') ?? ''}`.trim().slice(0, 300);
  const rejected = (code: string, text: string) =>
    new ProviderError('rejected', { text, code, detail, definite: true });
  if (asksForAdmin || ADMIN_NEEDED.has(error))
    return rejected('admin_consent_required', `${name} wants an administrator to approve the connection first.`);
  if (error === 'access_denied') return rejected('access_denied', `The permissions were not granted at ${name}.`);
  if (error === 'server_error' || error === 'temporarily_unavailable')
    return new ProviderError('unavailable', {
      text: `${name} is not working at the moment.`,
      code: 'provider_unavailable',
      detail,
      definite: true,
    });
  return new ProviderError('misconfigured', {
    text: `${name} did not accept the request for its consent page.`,
    code: 'consent_page_refused',
    detail,
    definite: true,
  });
}

function readRefusal({ status, body }: Answer): { error: string; detail: string } {
  // Proxies and login walls answer in HTML; the status is all there is to know.
  const read = errorBody.safeParse(readJson(body));
  const { error = '', error_description, reason } = read.success ? read.data : {};
  return { error, detail: [status, error, error_description ?? reason ?? ''].join(' ').trim().slice(0, 300) };
}

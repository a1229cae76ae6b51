import { Refused, type Outcome } from '../core/call.ts';
import type { Operation } from '../core/ledger.ts';

interface Said {
  readonly reason: string;
  readonly message: string;
  readonly domain?: string;
}

/** An error of the Calendar API; https://developers.google.com/workspace/calendar/api/guides/errors */
export function apiError(status: number, { reason, message, domain = 'global' }: Said): Outcome {
  return { status, body: { error: { errors: [{ domain, reason, message }], code: status, message } } };
}

export const refused = (status: number, reason: string, message: string): Refused =>
  new Refused(apiError(status, { reason, message }));

/** An error of Google's authorization server. */
export const oauthError = (status: number, error: string, description: string): Outcome => ({
  status,
  body: { error, error_description: description },
});

export const revokedGrant = () => oauthError(400, 'invalid_grant', 'Token has been expired or revoked.');

export const rateLimited = (status: number): Outcome =>
  status === 403
    ? apiError(403, { domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'User Rate Limit Exceeded' })
    : apiError(429, { domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' });

const BY_STATUS: Readonly<Record<number, Said>> = {
  400: { reason: 'invalid', message: 'Invalid Value' },
  401: { reason: 'authError', message: 'Invalid Credentials' },
  403: {
    domain: 'calendar',
    reason: 'forbiddenForNonOrganizer',
    message: 'Shared properties can only be changed by the organizer of the event.',
  },
  404: { reason: 'notFound', message: 'Not Found' },
  409: { reason: 'conflict', message: 'Conflict' },
  410: { reason: 'deleted', message: 'Resource has been deleted' },
  412: { reason: 'conditionNotMet', message: 'Precondition Failed' },
};

const OAUTH_BY_STATUS: Readonly<Record<number, readonly [error: string, description: string]>> = {
  400: ['invalid_grant', 'Token has been expired or revoked.'],
  401: ['invalid_client', 'Unauthorized'],
  429: ['rate_limit_exceeded', 'Rate Limit Exceeded'],
};

/** Google's way to fail with this status. */
export function failure(status: number, operation: Operation): Outcome {
  if (operation === 'exchange' || operation === 'refresh' || operation === 'revoke') {
    const [error, description] = OAUTH_BY_STATUS[status] ?? ['internal_failure', 'Backend Error'];
    return oauthError(status, error, description);
  }
  if (status === 429) return rateLimited(429);
  return apiError(status, BY_STATUS[status] ?? { reason: 'backendError', message: 'Backend Error' });
}

import { type Outcome, Refused } from '../core/call.ts';
import type { FaultPlan } from '../core/faults.ts';
import type { Operation } from '../core/ledger.ts';

type ApiError = (status: number, code: number, message: string, more?: object) => Outcome;

const apiError: ApiError = (status, code, message, more = {}) => ({ status, body: { code, message, ...more } });

/** Body shape of Zoom's token endpoint: `error` is missing where only a reason is known. */
export const oauthError = (status: number, reason: string, error?: string): Outcome => ({
  status,
  body: { reason, ...(error === undefined ? {} : { error }) },
});

export const invalidGrant = () => oauthError(400, 'Invalid Token!', 'invalid_grant');
export const invalidClient = () => oauthError(401, 'Invalid client_id or client_secret', 'invalid_client');

export const noSuchMeeting = (id: string) => new Refused(apiError(404, 3001, `Meeting does not exist: ${id}.`));
export const noSuchUser = (id: string) => new Refused(apiError(404, 1001, `User does not exist: ${id}.`));
export const badToken = (message: string) => new Refused(apiError(401, 124, message));
export const badBody = () => new Refused(apiError(400, 300, 'Request Body should be a valid JSON object.'));
export const badFields = (fields: readonly string[]) =>
  new Refused(
    apiError(400, 300, 'Validation Failed.', { errors: fields.map((field) => ({ field, message: 'Invalid field.' })) }),
  );
export const lacksScope = (scope: string) =>
  new Refused(apiError(400, 4711, `Invalid access token, does not contain scopes:[${scope}].`));

/** More than 100 creates and updates of one user in a UTC day. @param resets epoch ms of the next 00:00 UTC */
export const userCapReached = (cap: number, resets: number) =>
  new Refused({
    status: 429,
    headers: dailyHeaders(cap, new Date(resets).toISOString().replace('.000', '')),
    body: {
      code: 429,
      message: `You have exceeded the daily rate limit (${cap}) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.`,
    },
  });

const dailyHeaders = (cap: number, resumes: string) => ({
  'x-ratelimit-category': 'Light',
  'x-ratelimit-type': 'Daily-limit',
  'x-ratelimit-limit': String(cap),
  'x-ratelimit-remaining': '0',
  'retry-after': resumes,
});

/** The account-wide limits: the daily form where an instant is given to resume at, else the per-second one without any. */
export function accountLimit({ retryAfter }: FaultPlan): Outcome {
  if (typeof retryAfter === 'string' && retryAfter.includes('T')) {
    return {
      ...apiError(
        429,
        429,
        'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
      ),
      headers: dailyHeaders(60_000, retryAfter),
    };
  }
  const headers = {
    'x-ratelimit-category': 'Light',
    'x-ratelimit-type': 'QPS',
    'x-ratelimit-limit': '80',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 1),
  };
  const text = 'You have reached the maximum per-second rate limit for this API. Try again later.';
  return { ...apiError(429, 429, text), headers };
}

/** How Zoom words a failure of this status. */
export function failureOf(status: number, operation: Operation, meetingId: string | undefined): Outcome {
  if (operation === 'exchange' || operation === 'refresh' || operation === 'revoke') {
    if (status === 400) return invalidGrant();
    return status === 401 ? invalidClient() : oauthError(status, 'System error');
  }
  switch (status) {
    case 400:
      return apiError(400, 300, 'The request was refused.');
    case 401:
      return apiError(401, 124, 'Invalid access token.');
    case 404:
      return apiError(404, 3001, `Meeting does not exist: ${meetingId ?? ''}.`);
    default:
      return apiError(status, status, 'Internal server error.');
  }
}

import { z } from 'zod';
import type { Refusal } from '../http.ts';
import { ProviderError } from '../provider-error.ts';
import { retryAfterMs } from '../retry-after.ts';
import { standardError } from '../standard-error.ts';
import { manifest } from './manifest.ts';

const { name } = manifest;
const errorBody = z.object({ code: z.coerce.number().catch(0), message: z.string().catch('') });

/** Permanent refusals, by Zoom's own number. */
const REJECTIONS = new Map([
  [300, { code: 'meeting_invalid', text: 'Zoom does not accept the details of the meeting.' }],
  [1001, { code: 'account_missing', text: 'Zoom does not know the connected user any more.' }],
  [3161, { code: 'hosting_not_allowed', text: 'The connected Zoom user is not allowed to host meetings.' }],
]);

const MISSING_SCOPE = 4711;
/** Zoom refuses to delete a meeting that is in progress, which passes, and one that has ended, which does no harm. */
const IN_PROGRESS = 3002;
const HAS_ENDED = 3007;
const TOO_LATE = new Set([IN_PROGRESS, HAS_ENDED]);
const UNTIL_THEY_LEAVE_MS = 5 * 60_000;
/** Per-second limits name no wait. */
const BRIEF_WAIT_MS = 1_000;

/** What Zoom's refusal means. @param now epoch ms, for limits that end at midnight UTC */
export function zoomError(refusal: Refusal, now: number = Date.now()): ProviderError {
  const { code, message } = errorBody.catch({ code: 0, message: '' }).parse(refusal.body);
  const detail = `${refusal.status} ${code} ${message}`.slice(0, 300);
  const facts = { detail, status: refusal.status, definite: true };
  if (code === MISSING_SCOPE)
    return new ProviderError('reauthorize', {
      ...facts,
      code: 'scopes_missing',
      text: 'The Zoom connection lacks a permission; the host has to reconnect.',
    });
  if (refusal.status === 429) return tooManyCalls(refusal, message, detail, now);
  if (refusal.status === 404 && code === 0) return notZoom(detail);
  if (refusal.method === 'DELETE' && refusal.status === 400 && TOO_LATE.has(code)) return tooLate(code, facts);
  const rejection = aboutMeeting(refusal) && refusal.status === 404 ? undefined : REJECTIONS.get(code);
  if (rejection && refusal.status < 500 && refusal.status !== 401)
    return new ProviderError('rejected', { ...facts, ...rejection });
  return standardError({ name, refusal, detail, now });
}

function tooLate(code: number, facts: { detail: string; status: number; definite: boolean }): ProviderError {
  if (code === HAS_ENDED)
    return new ProviderError('gone', { ...facts, code: 'meeting_over', text: 'The Zoom meeting is over.' });
  return new ProviderError('rate_limited', {
    ...facts,
    code: 'meeting_in_progress',
    text: 'People are in the Zoom meeting; it is deleted when they have left.',
    scope: 'call',
    retryAfterMs: UNTIL_THEY_LEAVE_MS,
  });
}

/** There, Zoom's texts list several numbers for a meeting that is gone: its 404 says so with any of them. */
function aboutMeeting({ url }: Refusal): boolean {
  return url.pathname.includes('/v2/meetings/');
}

/** A 404 without Zoom's number comes from something before Zoom, and must not end a booking. */
function notZoom(detail: string): ProviderError {
  return new ProviderError('unavailable', {
    detail,
    status: 404,
    definite: true,
    code: 'provider_unreachable',
    text: 'Zoom could not be reached.',
  });
}

/**
 * A daily limit parks the whole connection, until the instant Zoom names or else the next midnight UTC, when its days
 * begin; any other limit passes in a moment.
 */
function tooManyCalls({ headers, status }: Refusal, message: string, detail: string, now: number): ProviderError {
  const daily = /daily/i.test(`${headers.get('x-ratelimit-type') ?? ''} ${message}`);
  const wait = retryAfterMs(headers.get('retry-after'), now);
  return new ProviderError('rate_limited', {
    detail,
    status,
    definite: true,
    code: daily ? 'daily_limit' : 'provider_busy',
    text: daily
      ? 'Zoom has reached its daily limit for this account. We’ll continue after midnight UTC.'
      : 'Zoom takes no more calls for a moment.',
    scope: daily ? 'account' : 'call',
    retryAfterMs: wait ?? (daily ? untilMidnightUtc(now) : BRIEF_WAIT_MS),
  });
}

function untilMidnightUtc(now: number): number {
  return new Date(now).setUTCHours(24, 0, 0, 0) - now;
}

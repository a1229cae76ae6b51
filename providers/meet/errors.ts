import { z } from 'zod';
import type { Refusal } from '../http.ts';
import { mapError, type MappedError } from '../error-mapping.ts';
import type { ProviderError } from '../provider-error.ts';
import { standardError } from '../standard-error.ts';
import { manifest } from './manifest.ts';

/** How long a used-up quota is left alone where Google does not say; it frees up over hours. */
const QUOTA_WAIT_MS = 3_600_000;

const BUSY: MappedError = ['rate_limited', 'provider_busy', 'Google Meet takes no more calls for a moment.'];
const SPENT: MappedError = [
  'rate_limited',
  'quota_exceeded',
  'The usage limit of this Google account is spent for now.',
];
const GONE: MappedError = ['gone', 'meeting_gone', 'The event does not exist in Google Calendar any more.'];
const CHANGED: MappedError = [
  'conflict',
  'meeting_conflict',
  'The event was being changed at Google at the same moment.',
];
const OUTDATED: MappedError = ['conflict', 'list_outdated', 'Google no longer knows what has changed since then.'];
const DOWN: MappedError = ['unavailable', 'provider_unavailable', 'Google Meet is not working at the moment.'];
const NO_MEET: MappedError = [
  'rejected',
  'meet_unavailable',
  'This Google account cannot make Google Meet links. Its administrator can allow them; or connect another account.',
];

/** Google's reasons; https://developers.google.com/workspace/calendar/api/guides/errors */
const MEANINGS: Readonly<Record<string, MappedError>> = {
  authError: ['expired_access', 'access_refused', 'Google Meet did not accept the access token.'],
  insufficientPermissions: ['reauthorize', 'scopes_missing', 'The permission for Google Calendar is missing.'],
  rateLimitExceeded: BUSY,
  userRateLimitExceeded: BUSY,
  quotaExceeded: SPENT,
  dailyLimitExceeded: SPENT,
  notFound: GONE,
  deleted: GONE,
  duplicate: ['conflict', 'duplicate', 'An event with this id has existed before.'],
  conflict: CHANGED,
  conditionNotMet: CHANGED,
  channelIdNotUnique: ['conflict', 'channel_exists', 'A notification channel with this id has existed before.'],
  fullSyncRequired: OUTDATED,
  updatedMinTooLongAgo: OUTDATED,
  accessNotConfigured: ['misconfigured', 'api_disabled', 'The Google Calendar API is not switched on for this server.'],
  forbiddenForNonOrganizer: ['rejected', 'not_organizer', 'Only the organiser of the event may change it.'],
  backendError: DOWN,
  internalError: DOWN,
};

const errorBody = z.object({
  error: z.object({
    message: z.string().catch(''),
    errors: z.tuple([z.object({ reason: z.string() })], z.unknown()),
  }),
});

/**
 * What a refusal of the Calendar API means. Google's reason decides, since 403 stands for rate limits as for missing
 * permissions. A 403, 404 or 410 without a reason is a gateway's, not the calendar's: it must not end a booking.
 */
export function meetError(refusal: Refusal): ProviderError {
  const { status } = refusal;
  const { reason, message } = reasonOf(refusal.body);
  const meaning = message.startsWith('Invalid conference type value') ? NO_MEET : MEANINGS[reason];
  const said = { refusal, detail: `${reason || 'no reason'}: ${message}`, now: Date.now() };
  if (meaning === SPENT) return mapError(SPENT, { ...said, scope: 'account', waitMs: QUOTA_WAIT_MS });
  if (meaning !== undefined) return mapError(meaning, said);
  if (reason === '' && [403, 404, 410].includes(status)) return mapError(DOWN, said);
  return standardError({ name: manifest.name, ...said });
}

function reasonOf(body: unknown): { reason: string; message: string } {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return { reason: '', message: '' };
  const { errors, message } = parsed.data.error;
  return { reason: errors[0].reason, message };
}

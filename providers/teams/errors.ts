import { z } from 'zod';
import type { Refusal } from '../http.ts';
import { mapError, type MappedError } from '../error-mapping.ts';
import { ProviderError } from '../provider-error.ts';
import { standardError } from '../standard-error.ts';
import { manifest } from './manifest.ts';

const GONE: MappedError = ['gone', 'meeting_gone', 'The event does not exist in Outlook any more.'];
const CHANGED: MappedError = [
  'conflict',
  'meeting_conflict',
  'The event was being changed in Outlook at the same moment.',
];
const BUSY: MappedError = [
  'rate_limited',
  'provider_busy',
  'Microsoft takes no more calls for this mailbox for a moment.',
];
const DOWN: MappedError = ['unavailable', 'provider_unavailable', 'Microsoft 365 is not working at the moment.'];
const EXPIRED: MappedError = ['expired_access', 'access_refused', 'Microsoft did not accept the access token.'];
const NO_ACCESS: MappedError = [
  'reauthorize',
  'access_denied',
  'Microsoft refuses access to the calendar; the host has to reconnect.',
];
const NO_MAILBOX: MappedError = [
  'rejected',
  'no_mailbox',
  'This Microsoft account has no mailbox in the cloud, thus no calendar. Connect another account.',
];

/** Graph's codes; https://learn.microsoft.com/graph/errors and Exchange's own behind it. */
const MEANINGS: Readonly<Record<string, MappedError>> = {
  ErrorAccessDenied: NO_ACCESS,
  Authorization_RequestDenied: NO_ACCESS,
  ErrorItemNotFound: GONE,
  ResourceNotFound: GONE,
  itemNotFound: GONE,
  MailboxNotEnabledForRESTAPI: NO_MAILBOX,
  MailboxNotSupportedForRESTAPI: NO_MAILBOX,
  ErrorNonExistentMailbox: NO_MAILBOX,
  ErrorIrresolvableConflict: CHANGED,
  ErrorConcurrentItemSave: CHANGED,
};

const errorBody = z.object({
  error: z.object({
    code: z.string().catch(''),
    message: z.string().catch(''),
    '@event.existingEventId': z.string().min(1).optional().catch(undefined),
  }),
});
const SILENT = { error: { code: '', message: '' } };

/** An event was made with this transaction id before; Graph says which. Never leaves this folder. */
export class DuplicateTransaction extends ProviderError {
  readonly eventId: string | null;

  constructor(eventId: string | null, facts: { status: number; detail: string }) {
    const text = 'Outlook has an event of this booking already.';
    super('conflict', { text, code: 'duplicate', definite: false, ...facts });
    this.eventId = eventId;
  }
}

/**
 * What a refusal of Graph means. Its code decides where there is one: a 403 or 404 without is a gateway's, not the
 * mailbox's, and must not end a booking.
 */
export function graphError(refusal: Refusal, now: number = Date.now()): ProviderError {
  const { status } = refusal;
  const { error } = errorBody.catch(SILENT).parse(refusal.body);
  const detail = `${status} ${error.code || 'no code'} ${error.message}`.slice(0, 300);
  if (error.code === 'ErrorDuplicateTransactionId')
    return new DuplicateTransaction(error['@event.existingEventId'] ?? null, { status, detail });
  const meaning = meaningOf(refusal, error);
  const said = { refusal, detail, now };
  return meaning === undefined ? standardError({ name: manifest.name, ...said }) : mapError(meaning, said);
}

function meaningOf({ status, headers }: Refusal, error: { code: string; message: string }): MappedError | undefined {
  if (isThrottled(status, headers, error.message)) return BUSY;
  if (status >= 500) return undefined;
  if (status === 401) return EXPIRED;
  if (error.code === '' && (status === 403 || status === 404)) return DOWN;
  return MEANINGS[error.code];
}

/** Throttling comes as 429, or as 503 that says how long to wait; whether such a write took effect stays open then. */
function isThrottled(status: number, headers: Headers, message: string): boolean {
  return status === 429 || (status === 503 && headers.has('retry-after')) || message.includes('MailboxConcurrency');
}

import { randomBytes } from 'node:crypto';
import type { Accounts } from '../core/accounts.ts';
import { refused } from './google-error.ts';

/** A Meet conference of an event: asked for once, made a moment later. */
export interface Conference {
  readonly requestId: string;
  readonly code: string;
  /** Epoch ms from which on it is no longer pending. */
  readonly doneAt: number;
  readonly outcome: 'success' | 'failure';
}

export interface CreateRequest {
  readonly requestId: string;
  readonly conferenceSolutionKey?: { readonly type: string } | undefined;
}

/** How long a conference is pending where no trait `conferenceMs` says otherwise. */
const PENDING_MS = 300;

/**
 * Starts a conference. The trait `conference` of an account decides what becomes of it: `success`, `failure`, or
 * `forbidden`, as for accounts whose calendar has no Meet.
 */
export function startConference(accounts: Accounts, accountId: string, request: CreateRequest): Conference {
  const outcome = accounts.trait<string>(accountId, 'conference', 'success');
  if (outcome === 'forbidden' || request.conferenceSolutionKey?.type !== 'hangoutsMeet')
    throw refused(400, 'invalid', 'Invalid conference type value.');
  return {
    requestId: request.requestId,
    code: meetingCode(),
    doneAt: Date.now() + accounts.trait(accountId, 'conferenceMs', PENDING_MS),
    outcome: outcome === 'failure' ? 'failure' : 'success',
  };
}

/** Null while Google is still making it, and where there is none. */
export const linkOf = (conference: Conference | null): string | null =>
  conference !== null && statusOf(conference) === 'success' ? `https://meet.google.com/${conference.code}` : null;

/** What the API says of a conference at this moment. */
export function statusOf({ doneAt, outcome }: Conference): 'pending' | 'success' | 'failure' {
  return doneAt > Date.now() ? 'pending' : outcome;
}

/** The conference as events show it. */
export function conferenceFields(conference: Conference): object {
  const link = linkOf(conference);
  const key = { type: 'hangoutsMeet' };
  const createRequest = {
    requestId: conference.requestId,
    conferenceSolutionKey: key,
    status: { statusCode: statusOf(conference) },
  };
  if (link === null) return { conferenceData: { createRequest } };
  return {
    hangoutLink: link,
    conferenceData: {
      createRequest,
      entryPoints: [{ entryPointType: 'video', uri: link, label: link.replace('https://', '') }],
      conferenceSolution: { key, name: 'Google Meet' },
      conferenceId: conference.code,
    },
  };
}

/** Ten letters as in `abc-defg-hij`. */
function meetingCode(): string {
  const letters = [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

import { randomBytes, randomInt } from 'node:crypto';
import type { SimAccount } from '../core/accounts.ts';
import type { SimulatorState } from '../core/simulator.ts';
import { identityOf, isPersonal } from './tenants.ts';

/** The Teams meeting of an event. */
export interface OnlineMeeting {
  readonly joinUrl: string;
  readonly conferenceId: string;
  /** Epoch ms from which on the event shows the link. */
  readonly readyAt: number;
}

interface Asked {
  readonly isOnlineMeeting?: boolean | null | undefined;
  readonly onlineMeetingProvider?: string | null | undefined;
}

/** How personal accounts were seen to take `onlineMeetingProvider`. */
type PersonalMeetings = 'without_provider' | 'ignored' | 'honoured';

/**
 * Makes the online meeting an event asks for, or none where the account cannot: without a Teams licence (trait
 * `teamsLicence: false`), or by the trait `personalMeetings` of a personal account: `without_provider` makes one only
 * where no provider was named, `ignored` makes none, `honoured` always makes one. `linkMs` is how long Teams takes.
 */
export function makeOnlineMeeting(
  { accounts }: SimulatorState,
  account: SimAccount,
  asked: Asked,
): OnlineMeeting | null {
  if (asked.isOnlineMeeting !== true) return null;
  const readyAt = Date.now() + accounts.trait(account.id, 'linkMs', 0);
  const conferenceId = String(randomInt(100_000_000, 999_999_999));
  if (!isPersonal(account.email)) {
    if (!accounts.trait(account.id, 'teamsLicence', true)) return null;
    return { joinUrl: workLink(account), conferenceId, readyAt };
  }
  const behaviour = accounts.trait<PersonalMeetings>(account.id, 'personalMeetings', 'without_provider');
  const namesProvider = typeof asked.onlineMeetingProvider === 'string';
  if (behaviour === 'ignored' || (behaviour === 'without_provider' && namesProvider)) return null;
  return { joinUrl: personalLink(), conferenceId, readyAt };
}

function workLink({ email }: SimAccount): string {
  const { tenant, objectId } = identityOf(email);
  const thread = randomBytes(36).toString('base64url');
  const context = encodeURIComponent(JSON.stringify({ Tid: tenant, Oid: objectId }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

function personalLink(): string {
  return `https://teams.live.com/meet/9${randomInt(1_000_000, 9_999_999)}${randomInt(10_000, 99_999)}?p=${randomBytes(12).toString('base64url')}`;
}

/** The part of an event's body that is its Teams meeting. */
export function blockOf({ joinUrl }: OnlineMeeting): string {
  return `<div class="me-email-text"><a class="me-email-headline" href="${joinUrl}">Join Microsoft Teams Meeting</a></div>`;
}

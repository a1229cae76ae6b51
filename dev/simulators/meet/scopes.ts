import { oauthError } from './google-error.ts';
import { Refused } from '../core/call.ts';

export const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events.owned';

/** Google answers with these names for those that were asked for. */
const SPELT: Readonly<Record<string, string>> = {
  email: 'https://www.googleapis.com/auth/userinfo.email',
  profile: 'https://www.googleapis.com/auth/userinfo.profile',
};
const KNOWN = new Set(['openid', 'email', 'profile', CALENDAR_SCOPE]);

/** The scopes of an authorization request, as Google spells them. @throws Refused for one it does not have */
export function askedScopes(query: URLSearchParams): string[] {
  const asked = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = asked.filter((scope) => !KNOWN.has(scope));
  if (asked.length === 0 || unknown.length > 0)
    throw new Refused(oauthError(400, 'invalid_scope', `Some requested scopes were invalid: ${unknown.join(' ')}`));
  return asked.map((scope) => SPELT[scope] ?? scope);
}

/** Identity is granted as a whole; the calendar has a box of its own that the host may leave unticked. */
export function grantedScopes(asked: readonly string[], calendarTicked: boolean): string[] {
  return asked.filter((scope) => scope !== CALENDAR_SCOPE || calendarTicked);
}

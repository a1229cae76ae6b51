import { Refused } from '../core/call.ts';
import { html } from '#html';
import { page } from '../core/page.ts';

/** What Microsoft's consent page says of each permission. */
const SCOPES: Readonly<Record<string, string>> = {
  openid: 'Sign you in',
  email: 'View your email address',
  profile: 'View your basic profile',
  offline_access: 'Maintain access to data you have given it access to',
  'User.Read': 'View your basic profile',
  'Calendars.ReadWrite': 'Read/write your Outlook calendar, create online meetings',
};

export const CALENDAR_SCOPE = 'Calendars.ReadWrite';

export const describeScope = (scope: string): string => `${SCOPES[scope] ?? scope} (${scope})`;

/** The scopes of an authorization request. @throws Refused for one the app is not registered for */
export function askedScopes(query: URLSearchParams): string[] {
  const asked = (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = asked.filter((scope) => SCOPES[scope] === undefined);
  if (asked.length > 0 && unknown.length === 0) return asked;
  const text = `AADSTS70011: The provided value for the input parameter 'scope' is not valid. ${unknown.join(' ')}`;
  throw new Refused(page('Sign-in failed', html`<p>${text}</p>`, 400));
}

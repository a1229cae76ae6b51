import { says } from '#messages/says.ts';
import type { Manifest } from '../provider.ts';
import { isPersonal } from './account-id.ts';

const MINUTE_MS = 60_000;

/** Where work and school accounts, and where personal ones remove an app's access. */
const WORK_APPS = 'https://myapps.microsoft.com';
const PERSONAL_APPS = 'https://account.live.com/consent/Manage';

export const manifest: Manifest = {
  id: 'teams',
  name: 'Microsoft Teams',
  colour: '#5059c9',
  scopes: [
    { name: 'openid', text: 'Recognise your Microsoft account' },
    { name: 'email', text: 'See your email address' },
    { name: 'profile', text: 'Tell your account from others of the same name' },
    { name: 'offline_access', text: 'Stay connected while you are away' },
    { name: 'User.Read', text: 'Read your profile, to show which account is connected' },
    { name: 'Calendars.ReadWrite', text: 'Read/write your Outlook calendar, create online meetings' },
  ],
  permissions: [says('said.permission_teams_events'), says('said.permission_email')],
  manageAccessUrl: WORK_APPS,
  manageAccessUrlOf: (accountId) => (isPersonal(accountId) ? PERSONAL_APPS : WORK_APPS),
  putsEventInHostCalendar: true,
  revocable: false,
  reconsentRevokesPrior: false,
  // A mailbox takes four calls at once, and the fourth may trip the limit already.
  callSlots: 3,
  // Graph allows 10,080 minutes by its own clock; the rest is for the difference to ours.
  subscriptionLifeMs: 10_000 * MINUTE_MS,
  variables: ['TEAMS_CLIENT_ID', 'TEAMS_CLIENT_SECRET'],
};

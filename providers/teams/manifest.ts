import type { Manifest } from '../provider.ts';

const MINUTE_MS = 60_000;

/** Tenant under which every personal Microsoft account signs in. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

export const manifest: Manifest = {
  id: 'teams',
  name: 'Microsoft Teams',
  scopes: [
    { name: 'openid', text: 'Recognise your Microsoft account' },
    { name: 'email', text: 'See your email address' },
    { name: 'profile', text: 'Tell your account from others of the same name' },
    { name: 'offline_access', text: 'Stay connected while you are away' },
    { name: 'User.Read', text: 'Read your profile, to show which account is connected' },
    { name: 'Calendars.ReadWrite', text: 'Read/write your Outlook calendar, create online meetings' },
  ],
  permissions: [
    'Read/write your Outlook calendar, create online meetings',
    'See your email address, to show which account is connected',
  ],
  manageAccessUrl: 'https://myapps.microsoft.com',
  manageAccessText: 'myapps.microsoft.com → Insytical → Manage your application → Revoke permissions',
  putsEventInHostCalendar: true,
  revocable: false,
  secondConsentKillsFirst: false,
  rotatesRefreshToken: false,
  // A mailbox takes four calls at once, and the fourth may trip the limit already.
  callSlots: 3,
  // Graph allows 10,080 minutes by its own clock; the rest is for the difference to ours.
  watchLifeMs: 10_000 * MINUTE_MS,
  variables: ['TEAMS_CLIENT_ID', 'TEAMS_CLIENT_SECRET'],
};

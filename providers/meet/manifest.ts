import { says } from '#messages/says.ts';
import type { Manifest } from '../provider.ts';

/** Events on calendars the host owns: create, read, change, delete and watch; the narrowest scope that allows all of it. */
export const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events.owned';

const DAY_MS = 86_400_000;

export const manifest: Manifest = {
  id: 'meet',
  name: 'Google Meet',
  colour: '#00794c',
  scopes: [
    { name: 'openid', text: 'Recognise your Google account' },
    { name: 'email', text: 'See your email address, to show which account is connected' },
    { name: CALENDAR_SCOPE, text: 'Add, read, change and delete events on calendars you own' },
  ],
  permissions: [says('said.permission_meet_events'), says('said.permission_email')],
  manageAccessUrl: 'https://myaccount.google.com/connections',
  putsEventInHostCalendar: true,
  revocable: true,
  reconsentRevokesPrior: false,
  callSlots: 4,
  subscriptionLifeMs: 7 * DAY_MS,
  variables: ['MEET_CLIENT_ID', 'MEET_CLIENT_SECRET'],
};

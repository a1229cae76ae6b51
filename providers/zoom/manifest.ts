import { says } from '#messages/says.ts';
import type { Manifest } from '../provider.ts';

export const manifest: Manifest = {
  id: 'zoom',
  name: 'Zoom',
  colour: '#0b5cff',
  scopes: [
    { name: 'user:read:user', text: 'Read your profile' },
    { name: 'meeting:write:meeting', text: 'Create meetings' },
    { name: 'meeting:read:meeting', text: 'Read meetings' },
    { name: 'meeting:update:meeting', text: 'Change meetings' },
    { name: 'meeting:delete:meeting', text: 'Delete meetings' },
    { name: 'meeting:read:list_meetings', text: 'List your meetings' },
  ],
  permissions: [
    says('said.permission_zoom_user'),
    says('said.permission_zoom_meetings'),
    says('said.permission_zoom_list'),
  ],
  manageAccessUrl: 'https://marketplace.zoom.us/user/installed',
  putsEventInHostCalendar: false,
  revocable: true,
  reconsentRevokesPrior: true,
  callSlots: 4,
  subscriptionLifeMs: null,
  variables: ['ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', 'ZOOM_WEBHOOK_SECRET'],
};

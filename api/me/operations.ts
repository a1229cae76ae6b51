import { updateProfile } from '#commands/hosts/profile.ts';
import { deleteHost } from '#commands/privacy/delete-host.ts';
import { exportHost } from '#commands/privacy/export-host.ts';
import { User } from '#db/entities/user.ts';
import { presentBookings } from '../bookings/present.ts';
import { hostOperation, type Operation, sessionOperation } from '../operation.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { presentMe } from './present.ts';
import * as schema from './schema.ts';

/** The logged-in host. */
export const meOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/me',
    summary: 'The logged-in host',
    success: { status: 200, description: 'The host', schema: schema.me },
    handle: async function getMe({ em, host }) {
      return presentMe(await em.findOneOrFail(User, { id: host.id }));
    },
  }),
  hostOperation({
    method: 'patch',
    path: '/api/v1/me',
    summary: 'Change what guests see of the host, the time zone, language, clock, limits or other settings',
    body: schema.meChange,
    success: { status: 200, description: 'The changed host', schema: schema.changedMe },
    handle: async function updateMe({ em, deps, host, body }) {
      const { locale, hourCycle, weekStart, browser, ...changes } = withoutUndefined(body);
      const writing = { choices: { locale, hourCycle, weekStart }, browser };
      const { host: changed, affected } = await updateProfile(deps, { hostId: host.id, writing, ...changes });
      return { ...presentMe(changed), affectedBookings: await presentBookings(em, deps, affected) };
    },
  }),
  sessionOperation({
    method: 'post',
    path: '/api/v1/me/export',
    summary: 'Everything we store about the host, without secrets',
    body: schema.confirmation,
    success: {
      status: 200,
      description: 'Account, schedules, event types, bookings, connections, calendars, mails',
      schema: schema.hostExport,
    },
    problems: ['fresh_login_required', 'rate_limited'],
    handle: async function exportMe(call) {
      const { deps, host } = call;
      await confirmIdentity(call);
      await deps.limits.spend('export', host.id);
      return exportHost(deps, { hostId: host.id });
    },
  }),
  sessionOperation({
    method: 'delete',
    path: '/api/v1/me',
    summary: 'Delete the account: upcoming bookings are cancelled, platforms are disconnected, then all data is erased',
    body: schema.confirmation,
    success: { status: 204, description: 'Deleted; outstanding mails and deletions of meetings are finished first' },
    problems: ['fresh_login_required'],
    handle: async function deleteMe(call) {
      await confirmIdentity(call);
      await deleteHost(call.deps, { hostId: call.host.id });
    },
  }),
];

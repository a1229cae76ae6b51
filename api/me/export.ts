import { exportHost } from '#commands/privacy/export-host.ts';
import { hostOperation } from '../operation.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { confirmation, hostExport } from './schema.ts';

export const exportMe = hostOperation({
  method: 'post',
  path: '/api/v1/me/export',
  name: 'exportMe',
  summary: 'Everything we hold of the host, without secrets',
  body: confirmation,
  success: {
    status: 200,
    description: 'Account, schedules, event types, bookings, connections, mails',
    schema: hostExport,
  },
  problems: ['fresh_login_required', 'rate_limited'],
  async handle(call) {
    const { deps, host } = call;
    await confirmIdentity(call);
    await deps.limits.spend('export', host.id);
    return exportHost(deps, { hostId: host.id });
  },
});

import { exportHost } from '#commands/export-host.ts';
import { hostOperation } from '../operation.ts';
import { hostExport } from './schema.ts';

export const exportMe = hostOperation({
  method: 'post',
  path: '/api/v1/me/export',
  name: 'exportMe',
  summary: 'Everything we hold of the host, without secrets',
  success: {
    status: 200,
    description: 'Account, schedules, event types, bookings, connections, mails',
    schema: hostExport,
  },
  problems: ['rate_limited'],
  async handle({ deps, host }) {
    await deps.limits.spend('export', host.id);
    return exportHost(deps, { hostId: host.id });
  },
});

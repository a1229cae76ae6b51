import { disconnect } from '#commands/disconnect.ts';
import { hostOperation } from '../operation.ts';
import { providerParams } from './schema.ts';

export const disconnectProvider = hostOperation({
  method: 'delete',
  path: '/api/v1/integrations/:provider',
  name: 'disconnect',
  summary: 'Disconnect a meeting platform; existing bookings keep their links',
  params: providerParams,
  success: { status: 204, description: 'Disconnected' },
  problems: ['not_found'],
  handle: ({ deps, host, params }) => disconnect(deps, { hostId: host.id, provider: params.provider }),
});

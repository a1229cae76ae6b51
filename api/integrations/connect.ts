import { startConnect } from '#commands/start-connect.ts';
import { hostOperation } from '../operation.ts';
import { iso } from '../shared/days.ts';
import { connectRequest, connectStarted, providerParams } from './schema.ts';

export const connect = hostOperation({
  method: 'post',
  path: '/api/v1/integrations/:provider/connect',
  name: 'connect',
  summary: 'Begin connecting a meeting platform',
  params: providerParams,
  body: connectRequest,
  success: { status: 201, description: 'Open `authorizeUrl` in a popup or in this window', schema: connectStarted },
  problems: ['not_found', 'invalid_transition'],
  async handle({ deps, host, params, body }) {
    const started = await startConnect(deps, {
      hostId: host.id,
      sessionToken: host.sessionToken,
      provider: params.provider,
      ...body,
    });
    return { ...started, expiresAt: iso(started.expiresAt) };
  },
});

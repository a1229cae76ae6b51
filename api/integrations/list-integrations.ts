import { checkGrants } from '#commands/check-grants.ts';
import { Connection } from '#db/entities/connection.ts';
import { hostOperation } from '../operation.ts';
import { presentIntegration } from './present.ts';
import { integrations } from './schema.ts';

export const listIntegrations = hostOperation({
  method: 'get',
  path: '/api/v1/integrations',
  name: 'listIntegrations',
  summary: 'The meeting platforms and how each is connected',
  success: { status: 200, description: 'All of them', schema: integrations },
  async handle({ em, deps, host, now }) {
    const connections = await em.find(Connection, { host: host.id, isCurrent: true });
    const items = await Promise.all(
      deps.providers.all().map((provider) => {
        const connection = connections.find((row) => row.provider === provider.manifest.id) ?? null;
        return presentIntegration(em, deps, { hostId: host.id, provider, connection, now });
      }),
    );
    await checkGrants(deps, host.id);
    return { items, nextCursor: null };
  },
});

import { checkGrants } from '#commands/connections/check-grants.ts';
import * as commands from '#commands/bookings/create-missing-links.ts';
import { disconnect } from '#commands/connections/disconnect.ts';
import { startConnect } from '#commands/connections/start-connect.ts';
import { Connection } from '#db/entities/connection.ts';
import { OauthAttempt } from '#db/entities/oauth-attempt.ts';
import { hostOperation, type Operation, sessionOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import { presentAttempt, presentIntegration } from './present.ts';
import * as schema from './schema.ts';

/** The meeting platforms of a host, and how they are connected. */
export const integrationOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/integrations',
    summary: 'The meeting platforms and how each is connected',
    success: { status: 200, description: 'All of them', schema: schema.integrations },
    handle: async function listIntegrations({ em, deps, host, now }) {
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
  }),
  hostOperation({
    method: 'get',
    path: '/api/v1/integrations/attempts/:id',
    summary: 'The progress of an attempt to connect',
    params: idParams,
    success: { status: 200, description: 'The attempt', schema: schema.connectAttempt },
    problems: ['not_found'],
    handle: async function getConnectAttempt({ em, host, params, now }) {
      const attempt = await em.findOne(OauthAttempt, { id: params.id, host: host.id });
      if (attempt === null) throw new Problem('not_found');
      return presentAttempt(attempt, now);
    },
  }),
  sessionOperation({
    method: 'post',
    path: '/api/v1/integrations/:provider/connect',
    summary: 'Start connecting a meeting platform',
    params: schema.providerParams,
    body: schema.connectRequest,
    success: {
      status: 201,
      description: 'Open `authorizeUrl` in a popup or in this window',
      schema: schema.connectStarted,
    },
    problems: ['not_found', 'invalid_transition'],
    handle: async function connectProvider({ deps, host, params, body }) {
      const asked = { hostId: host.id, sessionToken: host.sessionToken, provider: params.provider, ...body };
      const started = await startConnect(deps, asked);
      return { ...started, expiresAt: iso(started.expiresAt) };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/integrations/:provider/create-missing-links',
    summary: 'Create the missing meetings of upcoming bookings, and mail each link',
    params: schema.providerParams,
    success: { status: 202, description: 'The number of bookings that will get a link', schema: schema.linksAsked },
    problems: ['not_found', 'invalid_transition'],
    handle: async function createMissingLinks({ deps, host, params }) {
      if (deps.providers.get(params.provider) === undefined) throw new Problem('not_found');
      return commands.createMissingLinks(deps, { hostId: host.id, provider: params.provider });
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/integrations/:provider',
    summary: 'Disconnect a meeting platform; existing bookings keep their links',
    params: schema.providerParams,
    success: { status: 204, description: 'Disconnected' },
    problems: ['not_found'],
    handle: async function disconnectProvider({ deps, host, params }) {
      await disconnect(deps, { hostId: host.id, provider: params.provider });
    },
  }),
];

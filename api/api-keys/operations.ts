import * as commands from '#commands/hosts/api-keys.ts';
import { ApiKey } from '#db/entities/api-key.ts';
import { User } from '#db/entities/user.ts';
import { confirmIdentity } from '../me/confirm-identity.ts';
import { type Operation, sessionOperation } from '../operation.ts';
import { iso } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import * as schema from './schema.ts';

/** Keys for a host's programs. No key makes or deletes keys: a thief of one could stay otherwise. */
export const apiKeyOperations: readonly Operation[] = [
  sessionOperation({
    method: 'get',
    path: '/api/v1/api-keys',
    summary: 'The host’s API keys, the newest first',
    success: { status: 200, description: 'All of them, without the keys themselves', schema: schema.apiKeys },
    handle: async function listApiKeys({ em, host }) {
      const rows = await em.find(ApiKey, { host: host.id }, { orderBy: { id: 'desc' } });
      return { items: rows.map(presentApiKey), nextCursor: null };
    },
  }),
  sessionOperation({
    method: 'post',
    path: '/api/v1/api-keys',
    summary: 'Make an API key; its owner is told by mail',
    body: schema.newApiKey,
    success: { status: 201, description: 'The new one, with the key itself', schema: schema.apiKeyMade },
    problems: ['fresh_login_required', 'invalid_transition'],
    handle: async function createApiKey(call) {
      const { deps, em, host, body } = call;
      await confirmIdentity(call);
      const { name, scope, expiresAt } = body;
      const wanted = { hostId: host.id, name, scope, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
      const { row, key } = await commands.createApiKey(deps, wanted);
      await deps.auth.tellOwner(await em.findOneOrFail(User, { id: host.id }), 'api_key_made');
      return { ...presentApiKey(row), key };
    },
  }),
  sessionOperation({
    method: 'delete',
    path: '/api/v1/api-keys/:id',
    summary: 'Delete an API key; it stops working at once',
    params: idParams,
    success: { status: 204, description: 'Deleted' },
    handle: async function deleteApiKey({ deps, host, params }) {
      await commands.deleteApiKey(deps, { hostId: host.id, keyId: params.id });
    },
  }),
];

function presentApiKey({ id, name, scope, prefix, createdAt, lastUsedAt, expiresAt }: ApiKey): schema.ApiKeyView {
  return {
    id,
    name,
    scope,
    prefix,
    createdAt: iso(createdAt),
    lastUsedAt: lastUsedAt ? iso(lastUsedAt) : null,
    expiresAt: expiresAt ? iso(expiresAt) : null,
  };
}

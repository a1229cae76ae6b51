import { hashOfKey, noteUseOfKey } from '#commands/hosts/api-keys.ts';
import { ApiKey } from '#db/entities/api-key.ts';
import { User } from '#db/entities/user.ts';
import { says } from '#messages/says.ts';
import { type ApiContext, SAFE_METHODS } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problem.ts';

/** The API key that a request carries as `Authorization: Bearer …` (RFC 6750), or null. */
export function keyOf(ctx: ApiContext): string | null {
  return /^Bearer +(\S+) *$/i.exec(ctx.get('authorization'))?.[1] ?? null;
}

/**
 * The host in whose name a key acts.
 * @throws Problem `unauthenticated` for a key that is unknown, deleted or over, `read_only_key` where it may not write,
 *   `rate_limited` where it has asked too often
 */
export async function hostOfKey(deps: ApiDeps, ctx: ApiContext, key: string): Promise<{ readonly id: string }> {
  const em = deps.orm.em.fork();
  const row = await em.findOne(ApiKey, { hash: hashOfKey(key) });
  const isOver = row === null || (row.expiresAt != null && row.expiresAt <= deps.now());
  if (isOver || (await em.count(User, { id: row.host, eraseAskedAt: null })) === 0)
    throw new Problem('unauthenticated', {
      detail: says('said.key_dead'),
    });
  await deps.limits.spend('apiKey', row.id);
  if (row.scope === 'read' && !SAFE_METHODS.has(ctx.method)) throw new Problem('read_only_key');
  await noteUseOfKey(deps, row.id);
  return { id: row.host };
}

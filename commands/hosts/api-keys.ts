import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { ApiKey, type ApiKeyScope } from '#db/entities/api-key.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { sha256 } from '#sha256';
import { says } from '#messages/says.ts';

const MOST_KEYS = 20;
/** Scanners of published code know a key by it. */
const MARK = 'insytical_';
const SHOWN = MARK.length + 4;

/** What of a key is stored. */
export const hashOfKey = (key: string): string => sha256(key);

interface NewKey {
  readonly hostId: string;
  readonly name: string;
  readonly scope: ApiKeyScope;
  /** Null for a key that ends only when it is deleted. */
  readonly expiresAt: Date | null;
}

/**
 * Makes a key for a host's programs; `key` is told this once.
 * @throws Refusal `validation_failed` for an end that is over, `invalid_transition` where there are too many keys
 */
export async function createApiKey(deps: CommandDeps, { hostId, ...wanted }: NewKey) {
  const now = deps.now();
  if (wanted.expiresAt !== null && wanted.expiresAt <= now)
    throw invalidField('/expiresAt', says('said.not_in_future'));
  const key = MARK + randomBytes(32).toString('base64url');
  const row = await hostTransaction(deps.orm, hostId, async (em) => {
    if ((await em.count(ApiKey, { host: hostId })) >= MOST_KEYS)
      throw new Refusal('invalid_transition', says('said.most_keys', { most: MOST_KEYS }));
    return em.create(ApiKey, {
      ...wanted,
      id: randomUUIDv7(),
      host: hostId,
      prefix: key.slice(0, SHOWN),
      hash: hashOfKey(key),
      createdAt: now,
    });
  });
  return { row, key };
}

/** Ends a key at once. @throws Refusal `not_found` */
export async function deleteApiKey(deps: CommandDeps, { hostId, keyId }: { hostId: string; keyId: string }) {
  const gone = await deps.orm.em.fork().nativeDelete(ApiKey, { id: keyId, host: hostId });
  if (gone === 0) throw new Refusal('not_found', says('said.key_not_found'));
}

/** Notes that a key was used; to the minute is enough. */
export async function noteUseOfKey(deps: Pick<CommandDeps, 'orm'>, keyId: string): Promise<void> {
  await deps.orm.em.fork().execute(
    `update api_keys set last_used_at = now()
        where id = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [keyId],
  );
}

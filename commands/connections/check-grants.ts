import { describeError, log } from '#log';
import { deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';

/** Minutes without use after which a grant that is looked at is checked, and no more often than that. */
const UNUSED_MINUTES = 5;

/**
 * The host looks at the cards of the meeting platforms: grants that were not used for some minutes are refreshed behind
 * the answer, so that one withdrawn at its provider does not show as connected until the next poll. The workflow of each
 * connection does it; resolves when it is stored that it has to.
 */
export async function checkGrants(deps: CommandDeps, hostId: string): Promise<void> {
  const asked = await deps.orm.em.fork().execute<{ id: string; revision: number }[]>(
    `update connections c set check_asked_at = now(), revision = c.revision + 1, next_wake_at = now()
       from connection_tokens t
      where t.connection_id = c.id and c.host_id = ? and c.state = 'connected'
        and greatest(t.refreshed_at, c.last_used_at, c.check_asked_at) < now() - interval '1 minute' * ?
      returning c.id, c.revision`,
    [hostId, UNUSED_MINUTES],
  );
  for (const connection of asked)
    void deliverConnection(deps, connection, 'noticed').catch((error: unknown) =>
      log.warn({ connection: connection.id, ...describeError(error) }, 'grant check not signalled'),
    );
}

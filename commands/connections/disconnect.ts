import { LockMode } from '@mikro-orm/postgresql';
import { Connection } from '#db/entities/connection.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/**
 * The host clicks Disconnect: revoked at once. Work in flight gets a short grace, then the grant is ended at the
 * provider and the tokens are erased. Existing bookings keep their links. Disconnecting twice changes nothing.
 * @throws Refusal `not_found` where this provider was never connected
 */
export async function disconnect(deps: CommandDeps, { hostId, provider }: { hostId: string; provider: string }) {
  const connection = await hostTransaction(deps.orm, hostId, async (em) => {
    const now = deps.now();
    await withdrawConferenceRequests(em, deps, { hostId, provider, now });
    const connection = await em.findOne(
      Connection,
      { host: hostId, provider, isCurrent: true },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (connection === null) throw new Refusal('not_found', says('said.platform_not_connected'));
    if (connection.cause === 'disconnected') return null;
    revoke(deps, connection, now);
    return connection;
  });
  if (connection !== null) await deliverConnection(deps, connection, 'disconnected');
}

/** Ends a connection by the host's will, in the caller's transaction, which signals `disconnected` after its commit. */
export function revoke({ config }: CommandDeps, connection: Connection, now: Date): void {
  connection.state = 'revoked';
  connection.cause = 'disconnected';
  connection.troubleSince = null;
  connection.wakeCursor = null;
  connection.graceUntil = new Date(now.getTime() + config.DISCONNECT_GRACE_MS);
  connection.revision += 1;
  connection.nextWakeAt = now;
}

/**
 * Bookings that only waited for a link get none by themselves any more: the host chooses after reconnecting. Those with
 * work due there look again when the grace is over, to say what was left undone. Bookings are locked before connections.
 */
async function withdrawConferenceRequests(
  em: Em,
  { config }: CommandDeps,
  { hostId, provider, now }: Withdrawal,
): Promise<void> {
  await em.execute(
    `update bookings b set link_wanted = false
      where b.host_id = ? and b.location ->> 'kind' = ? and b.link_wanted
        and not exists (select 1 from conferences c where c.booking_id = b.id
                          and (c.state = 'intended' or (c.state = 'live' and c.join_url is not null)))`,
    [hostId, provider],
  );
  await em.execute(
    `update bookings b set next_wake_at = least(b.next_wake_at, ?) where b.host_id = ? and exists (
       select 1 from conferences c
        where c.booking_id = b.id and c.provider = ? and (
          c.state in ('intended', 'deleting') or c.look_again_at is not null or (c.state = 'live' and (
            c.join_url is null or c.synced_starts_at <> b.starts_at or c.synced_ends_at <> b.ends_at))))`,
    [new Date(now.getTime() + config.DISCONNECT_GRACE_MS), hostId, provider],
  );
}

interface Withdrawal {
  readonly hostId: string;
  readonly provider: string;
  readonly now: Date;
}

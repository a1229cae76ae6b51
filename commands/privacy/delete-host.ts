import { LockMode } from '@mikro-orm/postgresql';
import { HOLDING_STATUSES } from '#domain/booking.ts';
import { Booking } from '#db/entities/booking.ts';
import { Connection } from '#db/entities/connection.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { deliverBooking, deliverConnection } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { revoke } from '#commands/connections/disconnect.ts';
import { endBooking } from '#commands/bookings/end-booking.ts';
import { revokeLoginLinks } from '#commands/hosts/revoke-login-links.ts';
import { forgetHost } from './forget-host.ts';
import { change } from '#commands/bookings/record-event.ts';
import { says } from '#messages/says.ts';

/** As many bookings as one short transaction takes; the next call continues. */
const MOST = 200;

/**
 * The host deletes the account. At once: refuses logins and bookings, cancels upcoming bookings, revokes connections.
 * The sweep erases the rows once no work is left.
 */
export async function deleteHost(deps: CommandDeps, { hostId }: { hostId: string }): Promise<void> {
  await deps.orm.em
    .fork()
    .execute('update users set erase_asked_at = coalesce(erase_asked_at, ?) where id = ?', [deps.now(), hostId]);
  await purgeAccount(deps, hostId);
}

/**
 * Ends what a deleted account still has: logins, webhooks, bookings ahead, connections, calendars, and at last its own rows. Each call does
 * what can be done now, and doing it again does no harm.
 */
export async function purgeAccount(deps: CommandDeps, hostId: string): Promise<void> {
  const { bookings, connections, calendars, webhooks } = await hostTransaction(deps.orm, hostId, async (em) => {
    const now = deps.now();
    await revokeLogins(em, hostId);
    const webhooks = await em.execute<{ id: string }[]>('delete from webhooks where host_id = ? returning id', [
      hostId,
    ]);
    const bookings = await cancelAhead(em, hostId, now);
    const connections = await revokeAll(em, deps, hostId, now);
    const calendars = await em.execute<{ id: string }[]>('delete from calendars where host_id = ? returning id', [
      hostId,
    ]);
    await forgetHost(em, hostId, now);
    return { bookings, connections, calendars, webhooks };
  });
  await Promise.all([
    ...bookings.map((booking) => deliverBooking(deps, booking, 'cancel')),
    ...connections.map((connection) => deliverConnection(deps, connection, 'disconnected')),
    ...calendars.map(({ id }) => deps.signals.calendar(id, 'stopped')),
    ...webhooks.map(({ id }) => deps.signals.webhook(id, 'deleted')),
  ]);
}

/**
 * Ends every way in and to the host: former handles and the photo, sessions, passwords, links to log in or to set one, API keys, the
 * calendar feed, and connects on their way.
 */
async function revokeLogins(em: Em, hostId: string): Promise<void> {
  await em.execute('delete from sessions where user_id = ?', [hostId]);
  await em.execute('delete from accounts where user_id = ?', [hostId]);
  await em.execute('delete from two_factors where host_id = ?', [hostId]);
  await em.execute('delete from api_keys where host_id = ?', [hostId]);
  await em.execute('delete from calendar_feeds where host_id = ?', [hostId]);
  await em.execute('delete from oauth_attempts where host_id = ?', [hostId]);
  await em.execute('delete from host_photos where host_id = ?', [hostId]);
  await em.execute('delete from former_handles where host_id = ?', [hostId]);
  await revokeLoginLinks(em, hostId);
}

async function cancelAhead(em: Em, hostId: string, now: Date): Promise<Booking[]> {
  const ahead = await em.find(
    Booking,
    { host: hostId, status: { $in: [...HOLDING_STATUSES] }, endsAt: { $gt: now } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { startsAt: 'asc' }, limit: MOST },
  );
  for (const booking of ahead) {
    await endBooking(em, booking, { status: 'cancelled', by: 'host', reason: null, now });
    change(em, booking, { at: now, actor: 'host', kind: 'cancelled', sentence: says('said.account_deleted') });
  }
  await em.flush();
  return ahead;
}

async function revokeAll(em: Em, deps: CommandDeps, hostId: string, now: Date): Promise<Connection[]> {
  const connections = await em.find(
    Connection,
    { host: hostId, $or: [{ state: { $ne: 'revoked' } }, { cause: 'uninstalled' }] },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const connection of connections) revoke(deps, connection, now);
  await em.flush();
  return connections;
}

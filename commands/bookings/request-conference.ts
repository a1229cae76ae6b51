import type { Booking } from '#db/entities/booking.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import { findCurrentConnection, makesLinks } from '#commands/connections/find-connection.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';

type Asked = Pick<Booking, 'location'> & Partial<Pick<Booking, 'manualLink'>>;

/**
 * Called when a booking becomes confirmed: decides whether a meeting is wanted by itself and until when the first
 * confirmation waits for a link that is on its way.
 */
export async function requestConference(em: Em, deps: CommandDeps, booking: Booking, now: Date): Promise<void> {
  if (deps.providers.get(booking.location.kind) === undefined) return;
  const connection = await findCurrentConnection(em, booking.host, booking.location.kind);
  Object.assign(booking, linkFor(deps, booking, connection, now));
}

/** The same of a host's current connection to the location's provider, null where there is none. */
export function linkFor(
  { providers, config }: CommandDeps,
  { location, manualLink }: Asked,
  connection: Readonly<Connection> | null,
  now: Date,
): Pick<Booking, 'linkWanted' | 'linkWaitUntil'> {
  if (providers.get(location.kind) === undefined) return { linkWanted: false, linkWaitUntil: null };
  const linkWanted = !manualLink && makesLinks(connection);
  const isParked = Boolean(connection?.pausedUntil && connection.pausedUntil > now);
  const onItsWay = linkWanted && connection?.state === 'connected' && !isParked;
  return { linkWanted, linkWaitUntil: onItsWay ? new Date(now.getTime() + config.LINK_WAIT_MS) : null };
}

/**
 * What is wanted of the meeting has changed: back-offs of what was wanted before end, and so does what kept a meeting that
 * exists from being moved. A mere signal never does this.
 */
export async function resetConferenceBackoff(em: Em, bookingId: string): Promise<void> {
  await em.execute(
    `update conferences set retry_at = null, failures = 0, problem = case when state = 'live' then null else problem end
      where booking_id = ? and state in ('intended', 'live', 'deleting')`,
    [bookingId],
  );
}

/**
 * A host asks again for a meeting that was refused: clears the problem and tries the create again. A meeting for which
 * no link will come gives way to another one, if `replace` says that one can be made.
 */
export async function retryConference(em: Em, bookingId: string, { replace }: { replace: boolean }): Promise<void> {
  if (replace)
    await em.execute(
      `update conferences set state = 'deleting'
        where booking_id = ? and state = 'live' and join_url is null and (problem is not null or not link_expected)`,
      [bookingId],
    );
  await resetConferenceBackoff(em, bookingId);
  await em.execute(
    `update conferences set problem = null, link_expected = true where booking_id = ? and state in ('intended', 'live')`,
    [bookingId],
  );
}

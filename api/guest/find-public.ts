import { findBookingByToken } from '#commands/bookings/guest-token.ts';
import { findByFormerHandle } from '#commands/hosts/take-handle.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EventType, IN_HOST_ORDER } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow } from '#db/read-rows.ts';
import { nameInAddress } from '#domain/handles.ts';
import type { Call } from '../operation.ts';
import { Problem } from '../problem.ts';

/**
 * The host behind a handle, also behind one that was given up in the last 90 days; one whose address is not proven has no
 * page. @throws Problem `not_found`
 */
export async function findHost(em: Em, given: string): Promise<User> {
  const handle = nameInAddress(given);
  const host =
    (await em.findOne(User, { handle, eraseAskedAt: null })) ?? (await findByFormerHandle(em, handle, new Date()));
  if (host?.emailVerified !== true) throw new Problem('not_found');
  return host;
}

/** A bookable event type and its host. @throws Problem `not_found`, also for one that is off or archived */
export async function findPublic(em: Em, handle: string, slug: string): Promise<{ host: User; eventType: EventType }> {
  const [found] = await em.execute<{ host: JsonRow; event_type: JsonRow }[]>(
    `select to_jsonb(u) as host, to_jsonb(t) as event_type from users u join event_types t on t.host_id = u.id
      where u.handle = ? and u.erase_asked_at is null and u.email_verified
        and t.slug = ? and t.visibility <> 'off' and t.archived_at is null`,
    [nameInAddress(handle), nameInAddress(slug)],
  );
  if (found !== undefined)
    return { host: readPlainRow(em, User, found.host), eventType: readPlainRow(em, EventType, found.event_type) };
  const host = await findHost(em, handle);
  const eventType = await findBookable(em, host, slug);
  if (eventType === null) throw new Problem('not_found');
  return { host, eventType };
}

/** A bookable event type of this host, listed on the page or not; else null. */
export function findBookable(em: Em, host: User, given: string): Promise<EventType | null> {
  const slug = nameInAddress(given);
  return em.findOne(EventType, { host: host.id, slug, visibility: { $ne: 'off' }, archivedAt: null });
}

/** What a host's page offers, in the host's order. */
export function listPublic(em: Em, host: User): Promise<EventType[]> {
  return em.find(EventType, { host: host.id, visibility: 'live', archivedAt: null }, { orderBy: IN_HOST_ORDER });
}

/** The booking a guest's link opens. @throws Problem `not_found`, alike for unknown, forged and ended links */
export async function openToken(
  { em, deps, now }: Pick<Call<unknown, unknown, unknown>, 'em' | 'deps' | 'now'>,
  token: string,
): Promise<Booking> {
  const booking = await findBookingByToken(em, deps.config, token, now);
  if (booking === null) throw new Problem('not_found');
  return booking;
}

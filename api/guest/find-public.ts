import { findBookingByToken } from '#commands/bookings/guest-token.ts';
import { readLinkSlug } from '#commands/bookings/link-slug.ts';
import { linkEnded } from '#commands/bookings/use-booking-link.ts';
import { findByFormerHandle } from '#commands/hosts/take-handle.ts';
import { BookingLink } from '#db/entities/booking-link.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EventType, IN_HOST_ORDER } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow } from '#db/read-rows.ts';
import { isLinkOpen } from '#domain/booking-link.ts';
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

type Finding = Pick<Call<unknown, unknown, unknown>, 'em' | 'deps'>;

/** An event type that can be booked, and the link by which it was found, if it was by one. */
interface Bookable {
  readonly eventType: EventType;
  readonly link: BookingLink | null;
}

/**
 * A bookable event type and its host; the link may have ended.
 * @throws Problem `not_found`, also for one that is archived, and without a link for one that is off
 */
export async function findPublic(
  { em, deps }: Finding,
  handle: string,
  slug: string,
): Promise<Bookable & { readonly host: User }> {
  const [found] = await em.execute<{ host: JsonRow; event_type: JsonRow }[]>(
    `select to_json(u) as host, to_json(t) as event_type from users u join event_types t on t.host_id = u.id
      where u.handle = ? and u.erase_asked_at is null and u.email_verified
        and t.slug = ? and t.visibility <> 'off' and t.archived_at is null`,
    [nameInAddress(handle), nameInAddress(slug)],
  );
  if (found !== undefined) {
    const [host, eventType] = [readPlainRow(em, User, found.host), readPlainRow(em, EventType, found.event_type)];
    return { host, eventType, link: null };
  }
  const host = await findHost(em, handle);
  const bookable = await findBookable({ em, deps }, host, slug);
  if (bookable === null) throw new Problem('not_found');
  return { host, ...bookable };
}

/** The same where its times are to be shown. @throws Problem `not_found`, Refusal `link_expired` */
export async function findOffered(
  call: Finding & Pick<Call<unknown, unknown, unknown>, 'now'>,
  handle: string,
  slug: string,
) {
  const { host, eventType, link } = await findPublic(call, handle, slug);
  if (link !== null && !isLinkOpen(link, call.now)) throw linkEnded();
  return { host, eventType };
}

/** A bookable event type of this host by its slug, or by a link, which then stands as its slug; else null. */
export async function findBookable({ em, deps }: Finding, host: User, given: string): Promise<Bookable | null> {
  const slug = nameInAddress(given);
  const eventType = await em.findOne(EventType, { host: host.id, slug, visibility: { $ne: 'off' }, archivedAt: null });
  if (eventType !== null) return { eventType, link: null };
  const id = readLinkSlug(deps.config, slug);
  const link = id === null ? null : await em.findOne(BookingLink, { id });
  const linked = link && (await em.findOne(EventType, { id: link.eventType, host: host.id, archivedAt: null }));
  if (linked === null) return null;
  const { ...rules } = linked;
  return { eventType: { ...rules, slug }, link };
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

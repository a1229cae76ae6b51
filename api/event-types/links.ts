import { linkSlug } from '#commands/bookings/link-slug.ts';
import { publicPage } from '#commands/bookings/links.ts';
import { createBookingLink, deleteBookingLink } from '#commands/hosts/booking-links.ts';
import type { Config } from '#config';
import { isLinkOpen } from '#domain/booking-link.ts';
import { BookingLink } from '#db/entities/booking-link.ts';
import { hostOperation, type Operation } from '../operation.ts';
import { iso } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import * as schema from './links-schema.ts';
import { findEventType, handleOf } from './present.ts';

/** Links by which an event type is booked once, or until a time. */
export const bookingLinkOperations: readonly Operation[] = [
  hostOperation({
    method: 'get',
    path: '/api/v1/event-types/:id/links',
    summary: 'Single-use and expiring links of an event type, the newest first',
    params: idParams,
    success: { status: 200, description: 'All of them', schema: schema.bookingLinks },
    problems: ['not_found'],
    handle: async function listBookingLinks({ em, deps, host, params, now }) {
      const eventType = await findEventType(em, host.id, params.id);
      const rows = await em.find(BookingLink, { eventType: eventType.id }, { orderBy: { id: 'desc' } });
      const handle = await handleOf(em, host.id);
      return {
        items: rows.map((row) => presentBookingLink(row, handle, { config: deps.config, now })),
        nextCursor: null,
      };
    },
  }),
  hostOperation({
    method: 'post',
    path: '/api/v1/event-types/:id/links',
    summary: 'Make a link by which the event type is booked, also while it is off or unlisted',
    params: idParams,
    body: schema.newBookingLink,
    success: { status: 201, description: 'The new link', schema: schema.bookingLink },
    problems: ['not_found', 'invalid_transition', 'rate_limited'],
    handle: async function addBookingLink({ em, deps, host, params, body, now }) {
      await deps.limits.spend('bookingLink', host.id);
      const { expiresAt, ...wanted } = body;
      const row = await createBookingLink(deps, {
        ...wanted,
        hostId: host.id,
        eventTypeId: params.id,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      return presentBookingLink(row, await handleOf(em, host.id), { config: deps.config, now });
    },
  }),
  hostOperation({
    method: 'delete',
    path: '/api/v1/event-types/:id/links/:linkId',
    summary: 'Delete a link; nothing can be booked by it any more, and what was booked stays',
    params: schema.linkParams,
    success: { status: 204, description: 'Deleted' },
    problems: ['not_found'],
    handle: async function removeBookingLink({ deps, host, params }) {
      await deleteBookingLink(deps, { hostId: host.id, eventTypeId: params.id, linkId: params.linkId });
    },
  }),
];

function presentBookingLink(
  row: BookingLink,
  handle: string,
  { config, now }: { config: Config; now: Date },
): schema.BookingLink {
  return {
    id: row.id,
    name: row.name,
    url: publicPage(config, handle, linkSlug(config, row.id)),
    singleUse: row.singleUse,
    isOpen: isLinkOpen(row, now),
    expiresAt: row.expiresAt ? iso(row.expiresAt) : null,
    usedAt: row.usedAt ? iso(row.usedAt) : null,
    bookingId: row.booking ?? null,
    createdAt: iso(row.createdAt),
  };
}

import { Booking } from '#db/entities/booking.ts';
import { hostOperation } from '../operation.ts';
import { after, cursorAfter } from './cursor.ts';
import { presentBookings } from './present.ts';
import { bookings, bookingsQuery } from './schema.ts';
import { inView, isAscending, matching } from './views.ts';

export const listBookings = hostOperation({
  method: 'get',
  path: '/api/v1/bookings',
  name: 'listBookings',
  summary: 'The host’s bookings of one view, page by page',
  query: bookingsQuery,
  success: { status: 200, description: 'One page', schema: bookings },
  async handle({ em, deps, host, query, now }) {
    const ascending = isAscending(query.view);
    const direction = ascending ? 'asc' : 'desc';
    const rows = await em.find(
      Booking,
      { $and: [{ host: host.id }, inView(query.view, now), matching(query.q), after(query.cursor, ascending)] },
      { orderBy: { startsAt: direction, id: direction }, limit: query.limit + 1 },
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    const nextCursor = rows.length > page.length && last !== undefined ? cursorAfter(last) : null;
    return { items: await presentBookings(em, deps, page), nextCursor };
  },
});

import { z } from 'zod';
import { Booking } from '#db/entities/booking.ts';
import { hostOperation } from '../operation.ts';
import { csv } from './csv.ts';
import { presentBookings } from './present.ts';
import { csvQuery } from './schema.ts';
import { inView, matching } from './views.ts';

const MOST_ROWS = 10_000;
const HEADINGS = [
  'id',
  'status',
  'startsAt',
  'endsAt',
  'eventType',
  'guestName',
  'guestEmail',
  'guestTimeZone',
  'joinUrl',
  'answers',
];

export const exportBookings = hostOperation({
  method: 'get',
  path: '/api/v1/bookings.csv',
  name: 'exportBookings',
  summary: 'The host’s bookings as a table, newest first',
  query: csvQuery,
  success: { status: 200, description: 'One booking a line', type: 'text/csv; charset=utf-8', schema: z.string() },
  async handle({ em, deps, host, query, now, ctx }) {
    const wanted = query.view === undefined ? {} : inView(query.view, now);
    const rows = await em.find(
      Booking,
      { $and: [{ host: host.id }, wanted, matching(query.q)] },
      { orderBy: { startsAt: 'desc', id: 'desc' }, limit: MOST_ROWS },
    );
    ctx.set('Content-Disposition', 'attachment; filename="bookings.csv"');
    const items = await presentBookings(em, deps, rows);
    const lines = items.map(({ id, status, startsAt, endsAt, eventType, guest, conference }) => [
      id,
      status,
      startsAt,
      endsAt,
      eventType.title,
      guest.name,
      guest.email,
      guest.timeZone,
      conference.joinUrl ?? '',
      guest.answers.map(({ label, value }) => `${label}: ${value}`).join('; '),
    ]);
    return csv([HEADINGS, ...lines], query.separator);
  },
});

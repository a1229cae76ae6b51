import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking } from './schema.ts';

export const readBooking = hostOperation({
  method: 'get',
  path: '/api/v1/bookings/:id',
  name: 'readBooking',
  summary: 'One booking with its timeline',
  params: idParams,
  success: { status: 200, description: 'The booking', schema: hostBooking },
  problems: ['not_found'],
  handle: ({ deps, host, params }) => loadBooking(deps, host.id, params.id),
});

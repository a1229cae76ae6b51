import { cancelBooking } from '#commands/cancel-booking.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, reasonBody } from './schema.ts';

export const cancelByHost = hostOperation({
  method: 'post',
  path: '/api/v1/bookings/:id/cancel',
  name: 'cancelByHost',
  summary: 'Cancel a booking',
  params: idParams,
  body: reasonBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale'],
  async handle({ deps, host, params, body }) {
    await cancelBooking(deps, { bookingId: params.id, hostId: host.id, actor: 'host', ...withoutUndefined(body) });
    return loadBooking(deps, host.id, params.id);
  },
});

import { confirmBooking } from '#commands/confirm-booking.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, revisionBody } from './schema.ts';

export const confirm = hostOperation({
  method: 'post',
  path: '/api/v1/bookings/:id/confirm',
  name: 'confirm',
  summary: 'Confirm a pending booking, or the time that its guest proposes',
  params: idParams,
  body: revisionBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale'],
  async handle({ deps, host, params, body }) {
    await confirmBooking(deps, { bookingId: params.id, hostId: host.id, ...withoutUndefined(body) });
    return loadBooking(deps, host.id, params.id);
  },
});

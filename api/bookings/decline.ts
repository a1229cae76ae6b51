import { declineBooking } from '#commands/decline-booking.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, reasonBody } from './schema.ts';

export const decline = hostOperation({
  method: 'post',
  path: '/api/v1/bookings/:id/decline',
  name: 'decline',
  summary: 'Decline a pending booking, or the time that its guest proposes: then it keeps its own',
  params: idParams,
  body: reasonBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale'],
  async handle({ deps, host, params, body }) {
    await declineBooking(deps, { bookingId: params.id, hostId: host.id, ...withoutUndefined(body) });
    return loadBooking(deps, host.id, params.id);
  },
});

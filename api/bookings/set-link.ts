import { setBookingLink } from '#commands/set-booking-link.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, linkBody } from './schema.ts';
import { spendChange } from './spend-change.ts';

export const setLink = hostOperation({
  method: 'put',
  path: '/api/v1/bookings/:id/link',
  name: 'setLink',
  summary: 'Give the booking a link of your own',
  params: idParams,
  body: linkBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale', 'rate_limited'],
  async handle({ deps, host, params, body }) {
    await spendChange(deps, host.id, params.id);
    await setBookingLink(deps, { bookingId: params.id, hostId: host.id, ...withoutUndefined(body) });
    return loadBooking(deps, host.id, params.id);
  },
});

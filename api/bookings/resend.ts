import { resendBooking } from '#commands/resend-booking.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, revisionBody } from './schema.ts';
import { spendChange } from './spend-change.ts';

export const resend = hostOperation({
  method: 'post',
  path: '/api/v1/bookings/:id/resend',
  name: 'resend',
  summary: 'Send the confirmation again; a missing meeting is made first',
  params: idParams,
  body: revisionBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale', 'rate_limited'],
  async handle({ deps, host, params, body }) {
    await spendChange(deps, host.id, params.id);
    await resendBooking(deps, { bookingId: params.id, hostId: host.id, ...withoutUndefined(body) });
    return loadBooking(deps, host.id, params.id);
  },
});

import { rescheduleBooking } from '#commands/reschedule-booking.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './load-booking.ts';
import { hostBooking, rescheduleBody } from './schema.ts';
import { spendChange } from './spend-change.ts';

export const rescheduleByHost = hostOperation({
  method: 'post',
  path: '/api/v1/bookings/:id/reschedule',
  name: 'rescheduleByHost',
  summary: 'Move a booking to another offered time',
  params: idParams,
  body: rescheduleBody,
  success: { status: 200, description: 'The booking as it is now', schema: hostBooking },
  problems: ['not_found', 'invalid_transition', 'stale', 'slot_taken', 'slot_unavailable', 'rate_limited'],
  async handle({ deps, host, params, body }) {
    await spendChange(deps, host.id, params.id);
    await rescheduleBooking(deps, {
      bookingId: params.id,
      hostId: host.id,
      actor: 'host',
      ...withoutUndefined(body),
      startsAt: new Date(body.startsAt),
    });
    return loadBooking(deps, host.id, params.id);
  },
});

import { rescheduleBooking } from '#commands/reschedule-booking.ts';
import { openOperation } from '../operation.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { openToken } from './open-token.ts';
import { loadForGuest } from './present.ts';
import { guestBooking, guestReschedule, tokenParams } from './schema.ts';

export const rescheduleByGuest = openOperation({
  method: 'post',
  path: '/api/v1/public/bookings/:token/reschedule',
  name: 'rescheduleByGuest',
  summary:
    'The guest moves the booking to another free time, or asks the host for it; its own time withdraws that wish',
  params: tokenParams,
  body: guestReschedule,
  success: { status: 200, description: 'The booking as it is now', schema: guestBooking },
  problems: ['not_found', 'slot_taken', 'slot_unavailable', 'invalid_transition', 'stale', 'rate_limited'],
  async handle(call) {
    const { id } = await openToken(call, call.params.token);
    await call.deps.limits.spend('changeOfBooking', id);
    const { startsAt, ...seen } = withoutUndefined(call.body);
    await rescheduleBooking(call.deps, { bookingId: id, actor: 'guest', startsAt: new Date(startsAt), ...seen });
    return loadForGuest(call.deps, id);
  },
});

import { cancelBooking } from '#commands/cancel-booking.ts';
import { openOperation } from '../operation.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { openToken } from './open-token.ts';
import { loadForGuest } from './present.ts';
import { guestBooking, guestCancel, tokenParams } from './schema.ts';

export const cancelByGuest = openOperation({
  method: 'post',
  path: '/api/v1/public/bookings/:token/cancel',
  name: 'cancelByGuest',
  summary: 'The guest cancels',
  params: tokenParams,
  body: guestCancel,
  success: { status: 200, description: 'The booking as it is now', schema: guestBooking },
  problems: ['not_found', 'invalid_transition', 'stale'],
  async handle(call) {
    const { id } = await openToken(call, call.params.token);
    await cancelBooking(call.deps, { bookingId: id, actor: 'guest', ...withoutUndefined(call.body) });
    return loadForGuest(call.deps, id);
  },
});

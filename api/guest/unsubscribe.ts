import { unsubscribeReminders } from '#commands/unsubscribe-reminders.ts';
import { openOperation } from '../operation.ts';
import { openToken } from './open-token.ts';
import { loadForGuest } from './present.ts';
import { guestBooking, tokenParams } from './schema.ts';

export const unsubscribe = openOperation({
  method: 'post',
  path: '/api/v1/public/bookings/:token/unsubscribe',
  name: 'unsubscribe',
  summary: 'No more reminders of this booking (also the one-click target of mail programs, RFC 8058)',
  params: tokenParams,
  success: { status: 200, description: 'The booking as it is now', schema: guestBooking },
  problems: ['not_found'],
  async handle(call) {
    const { id } = await openToken(call, call.params.token);
    await unsubscribeReminders(call.deps, { bookingId: id });
    return loadForGuest(call.deps, id);
  },
});

import { eraseGuest } from '#commands/erase-guest.ts';
import { openOperation } from '../operation.ts';
import { openToken } from './open-token.ts';
import { erased, tokenParams } from './schema.ts';

export const eraseByGuest = openOperation({
  method: 'post',
  path: '/api/v1/public/bookings/:token/erase',
  name: 'eraseByGuest',
  summary: 'The guest is forgotten; a booking that still lies ahead is cancelled, and this link ends at once',
  params: tokenParams,
  success: { status: 200, description: 'Erased, or as soon as the cancellation was mailed', schema: erased },
  problems: ['not_found'],
  async handle(call) {
    const { id } = await openToken(call, call.params.token);
    await eraseGuest(call.deps, { bookingId: id });
    return { erased: true as const };
  },
});

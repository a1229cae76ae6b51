import { openOperation } from '../operation.ts';
import { openToken } from './open-token.ts';
import { presentToGuest } from './present.ts';
import { guestBooking, tokenParams } from './schema.ts';

export const readGuestBooking = openOperation({
  method: 'get',
  path: '/api/v1/public/bookings/:token',
  name: 'readGuestBooking',
  summary: 'A guest’s booking; reading changes nothing',
  params: tokenParams,
  success: { status: 200, description: 'The booking', schema: guestBooking },
  problems: ['not_found'],
  handle: async (call) => presentToGuest(call.em, call.deps, await openToken(call, call.params.token)),
});

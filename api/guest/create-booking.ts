import { openOperation } from '../operation.ts';
import { invalid } from '../problem.ts';
import { loadForGuest } from './present.ts';
import { bookingHeaders, bookingRequest, guestBooking, pageParams } from './schema.ts';
import { takeBooking } from './take-booking.ts';

export const createBooking = openOperation({
  method: 'post',
  path: '/api/v1/public/:handle/:slug/bookings',
  name: 'createBooking',
  summary: 'Book a free time',
  params: pageParams,
  headers: bookingHeaders,
  body: bookingRequest,
  success: { status: 201, description: 'The booking, with the guest’s own link', schema: guestBooking },
  problems: ['not_found', 'slot_taken', 'slot_unavailable', 'idempotency_mismatch', 'rate_limited'],
  async handle(call) {
    const key = bookingHeaders.safeParse(call.ctx.headers);
    if (!key.success) throw invalid('/Idempotency-Key', '1 to 255 characters.');
    const id = await takeBooking(call, call.body, key.data['idempotency-key']);
    return loadForGuest(call.deps, id);
  },
});

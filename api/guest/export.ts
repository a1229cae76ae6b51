import { exportGuest } from '#commands/export-guest.ts';
import { openOperation } from '../operation.ts';
import { openToken } from './open-token.ts';
import { guestExport, tokenParams } from './schema.ts';

export const exportByGuest = openOperation({
  method: 'post',
  path: '/api/v1/public/bookings/:token/export',
  name: 'exportByGuest',
  summary: 'Everything we hold of the guest’s booking',
  params: tokenParams,
  success: { status: 200, description: 'The booking, its story and its mails, as stored', schema: guestExport },
  problems: ['not_found', 'rate_limited'],
  async handle(call) {
    const { id } = await openToken(call, call.params.token);
    await call.deps.limits.spend('export', id);
    return exportGuest(call.deps, { bookingId: id });
  },
});

import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { openToken } from '../../guest/find-public.ts';
import { loadForGuest } from '../../guest/present.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import { type PageCall, seeOther } from '../page.ts';
import { pageOf } from '../plain/booking-view.ts';
import { cancelForm } from './change-forms.ts';
import { formRefusal } from './form-refusal.ts';
import { showBookingAgain } from './show-booking-again.ts';

/** The plain page's button that cancels a booking. */
export async function cancelByForm(call: PageCall): Promise<void> {
  const { ctx, deps, params } = call;
  const { id } = await openToken(call, params['token'] ?? '');
  try {
    const sent = withoutUndefined(cancelForm.parse(ctx.state.body));
    await cancelBooking(deps, { bookingId: id, actor: 'guest', ...sent });
  } catch (error) {
    await showBookingAgain(call, id, formRefusal(call, error));
    return;
  }
  seeOther(ctx, pageOf(await loadForGuest(deps, id)));
}

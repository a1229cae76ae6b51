import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { openToken } from '../../guest/find-public.ts';
import { loadForGuest } from '../../guest/present.ts';
import { type PageCall, seeOther } from '../page.ts';
import { pageOf } from '../plain/booking-view.ts';

/** The plain page's button against reminders. */
export async function unsubscribeByForm(call: PageCall): Promise<void> {
  const { ctx, deps, params } = call;
  const { id } = await openToken(call, params['token'] ?? '');
  await unsubscribeReminders(deps, { bookingId: id });
  seeOther(ctx, pageOf(await loadForGuest(deps, id)));
}

import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import { openToken } from '../../guest/find-public.ts';
import { loadForGuest } from '../../guest/present.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import { type PageCall, seeOther } from '../page.ts';
import { pageOf } from '../plain/booking-view.ts';
import { confirmMoveView } from '../plain/change-views.ts';
import { nearestTimes } from '../plain/free-times.ts';
import { showBookingAgain } from './show-booking-again.ts';
import { moveForm } from './change-forms.ts';
import { instantOf } from './event-page.ts';
import { type FormRefusal, formRefusal } from './form-refusal.ts';
import { sendFormAgain, zoneOr } from './send-guest-page.ts';

/** The plain page's button that moves a booking. */
export async function moveByForm(call: PageCall): Promise<void> {
  const { ctx, deps, params } = call;
  const row = await openToken(call, params['token'] ?? '');
  try {
    const { startsAt, revision } = moveForm.parse(ctx.state.body);
    await deps.limits.spend('changeOfBooking', row.id);
    const input = { bookingId: row.id, startsAt: new Date(startsAt), actor: 'guest' as const };
    await rescheduleBooking(deps, { ...input, ...withoutUndefined({ revision }) });
  } catch (error) {
    await showAgain(call, row, formRefusal(call, error));
    return;
  }
  seeOther(ctx, pageOf(await loadForGuest(deps, row.id)));
}

/** A time that is gone has others beside it; whatever else went wrong is said above the booking. */
async function showAgain(call: PageCall, row: Booking, refusal: FormRefusal): Promise<void> {
  const { code, status, title, text } = refusal;
  const { startsAt: sent, timeZone } = call.ctx.state.body as { startsAt?: string; timeZone?: string };
  const startsAt = instantOf(sent ?? null);
  if (startsAt === null || (code !== 'slot_taken' && code !== 'slot_unavailable')) {
    await showBookingAgain(call, row.id, refusal);
    return;
  }
  const booking = await loadForGuest(call.deps, row.id);
  const eventType = await call.em.findOneOrFail(EventType, { id: row.eventType });
  const zone = zoneOr(timeZone ?? null, booking.guest.timeZone);
  const instead = await nearestTimes(call, eventType, { zone, booking: booking.token, startsAt, most: 6 });
  const back = `${pageOf(booking)}?action=reschedule`;
  const view = confirmMoveView({ booking, zone, startsAt, back, problem: { title, text }, instead });
  sendFormAgain(call, status, title, view);
}

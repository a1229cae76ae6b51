import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import type { Html } from '#mail/html.ts';
import { openToken } from '../../guest/find-public.ts';
import { presentToGuest } from '../../guest/present.ts';
import type { GuestBooking } from '../../guest/schema.ts';
import type { PageCall } from '../page.ts';
import { bookingView, mayChange, pageOf } from '../plain/booking-view.ts';
import { cancelView, confirmMoveView, moveView } from '../plain/change-views.ts';
import { loadFreeTimes } from '../plain/free-times.ts';
import { headlineOf } from '../plain/headline.ts';
import { timesView } from '../plain/times-view.ts';
import { withQuery } from '../plain/words.ts';
import { instantOf } from './event-page.ts';
import { sendGuestPage, zoneOr } from './send-guest-page.ts';

/** `/booking/:token`: a guest's booking, and with `?action=` one of its changes. Looking changes nothing. */
export async function bookingPage(call: PageCall): Promise<void> {
  const { deps, em, params } = call;
  const token = params['token'] ?? '';
  const row = await openToken(call, token);
  const booking = await presentToGuest(em, deps, row);
  await sendGuestPage(call, {
    title: titleOf(booking),
    hidden: true,
    plain: await viewOf(call, row, booking),
    data: { [`/api/v1/public/bookings/${encodeURIComponent(token)}`]: booking },
  });
}

export const titleOf = (booking: GuestBooking) =>
  `${headlineOf(booking).badge}: ${booking.eventType.title} with ${booking.host.name}`;

async function viewOf(call: PageCall, row: Booking, booking: GuestBooking): Promise<Html> {
  const action = mayChange(booking, call.now) ? call.query.get('action') : null;
  if (action === 'cancel') return cancelView(booking, '', null);
  if (action !== 'reschedule') return bookingView({ booking, providers: call.deps.providers, now: call.now });
  const { query } = call;
  const path = pageOf(booking);
  const zone = zoneOr(query.get('tz'), booking.guest.timeZone);
  const startsAt = instantOf(query.get('slot'));
  if (startsAt !== null)
    return confirmMoveView({
      booking,
      zone,
      startsAt,
      back: withQuery(path, query, { slot: null }),
      problem: null,
      instead: [],
    });
  const eventType = await call.em.findOneOrFail(EventType, { id: row.eventType });
  const free = await loadFreeTimes(call, eventType, { zone, booking: booking.token });
  return moveView(booking, timesView({ path, query, free }));
}

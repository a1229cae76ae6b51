import { User } from '#db/entities/user.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import { openToken } from '../../guest/find-public.ts';
import { presentToGuest } from '../../guest/present.ts';
import { type PageCall, sendView } from '../page.ts';
import type { RefusedChange } from '../schema.ts';
import { loadTimes } from './load-times.ts';
import { onwardOf } from './onward.ts';
import { sendZones } from './zones.ts';
import { applyHostSettings } from './host-settings.ts';

/** Path of a booking's page. */
export const pathOfBooking = ({ token }: { readonly token: string }) => `/booking/${encodeURIComponent(token)}`;

/** The booking whose page or form this is, as its host has decided of such pages. */
export async function openBooking(call: PageCall): Promise<Booking> {
  const row = await openToken(call, call.params['token'] ?? '');
  applyHostSettings(call.ctx, await call.em.findOneOrFail(User, { id: row.host }));
  return row;
}

/** `/booking/:token`: a guest's booking, and with `?action=` one of its changes. Looking changes nothing. */
export async function bookingPage(call: PageCall): Promise<void> {
  const row = await openBooking(call);
  if (call.query.get('choose') === 'zone') return sendZones(call, row.guestTimeZone);
  await sendBookingView(call, row, { query: call.query });
}

interface Answer {
  readonly query: URLSearchParams;
  readonly refused?: RefusedChange;
}

/** The booking's page as an address asks for it; `refused`: with the change that was not made. */
export async function sendBookingView(call: PageCall, row: Booking, { query, refused }: Answer): Promise<void> {
  const booking = await presentToGuest(call.em, call.deps, row);
  const times = query.get('action') === 'reschedule' ? await timesFor(call, row, booking, query) : null;
  const path = pathOfBooking(booking);
  await sendView(
    call,
    { kind: 'booking', booking, times, refused: refused ?? null, onward: await onwardOf(call, row) },
    { status: refused?.problem.status ?? 200, address: query.size === 0 ? path : `${path}?${query}` },
  );
}

async function timesFor(
  call: PageCall,
  row: Booking,
  { token: booking, startsAt, guest }: { token: string; startsAt: string; guest: { timeZone: string } },
  query: URLSearchParams,
) {
  const eventType = await call.em.findOneOrFail(EventType, { id: row.eventType });
  return loadTimes(call, eventType, { query, usual: { zone: guest.timeZone, startsAt }, booking });
}

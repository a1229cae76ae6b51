import { loadForGuest } from '../../guest/present.ts';
import type { PageCall } from '../page.ts';
import { bookingView } from '../plain/booking-view.ts';
import type { FormRefusal } from './form-refusal.ts';
import { sendFormAgain } from './send-guest-page.ts';

/** The booking as it is now, under the words why a change was not made. */
export async function showBookingAgain(call: PageCall, bookingId: string, refusal: FormRefusal): Promise<void> {
  const booking = await loadForGuest(call.deps, bookingId);
  const { status, title, text } = refusal;
  const shown = text ?? 'This is the booking as it is now.';
  sendFormAgain(
    call,
    status,
    title,
    bookingView({ booking, providers: call.deps.providers, now: call.now, problem: { title, text: shown } }),
  );
}

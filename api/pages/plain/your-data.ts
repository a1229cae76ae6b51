import { isHeld } from '#domain/booking.ts';
import { html, type Html } from '#mail/html.ts';
import type { GuestBooking } from '../../guest/schema.ts';

/** What is stored about the guest: to take along, or to erase. */
export function yourData(booking: GuestBooking, now: Date): Html {
  const { token, status, startsAt } = booking;
  const cancels = isHeld(status) && Date.parse(startsAt) > now.getTime();
  const page = `/booking/${encodeURIComponent(token)}`;
  return html`<details>
    <summary>Your data</summary>
    <p class="small">
      Stored are your name, address, time zone, answers and the story of this booking.
      <a href="/privacy">How it is used</a>
    </p>
    <form method="post" action="/api/v1/public/bookings/${encodeURIComponent(token)}/export">
      <button class="button" type="submit">Download a copy</button>
    </form>
    <p class="small">
      Erasing is for good: ${cancels ? 'the booking is cancelled, and ' : ''}this page’s link ends at once.
    </p>
    <form method="post" action="${page}/erase">
      <button class="button danger" type="submit">Erase my data for good</button>
    </form>
  </details>`;
}

/** After the guest's data was erased. */
export const erasedView: Html = html`<div class="card narrow centred">
  <h1>Your data is erased</h1>
  <p>The booking no longer has your name, address or answers, and its link has ended.</p>
</div>`;

import { findFurtherGuestByToken } from '#commands/bookings/further-guest-token.ts';
import { leaveBooking } from '#commands/bookings/leave-booking.ts';
import { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import { html } from '#html';
import { sendArticle } from '../article.ts';
import type { PageCall } from '../page.ts';

/**
 * `/booking/:token/leave`, where the mails to a further guest lead: opening it changes nothing, for programs that check
 * mails open links as well.
 */
export async function leavePage(call: PageCall): Promise<void> {
  const guest = await findGuest(call);
  if (guest === null) return sendGone(call);
  const booking = await call.em.findOneOrFail(Booking, { id: guest.booking });
  const host = await call.em.findOneOrFail(User, { id: booking.host });
  const main = html`<div class="card narrow centred">
    <h1>Leave this meeting?</h1>
    <p>
      <bdi translate="no">${booking.guestName}</bdi> added you to “<span translate="no">${booking.title}</span>” with
      <bdi translate="no">${host.name}</bdi>. If you leave, we’ll erase your name and address from it and send you no
      more emails about it. The meeting takes place without you.
    </p>
    <form method="post" action="${call.ctx.path}">
      <button class="button primary" type="submit">Leave meeting</button>
    </form>
  </div>`;
  await sendArticle(call, { title: 'Leave this meeting?', hidden: true, main });
}

/** The further guest leaves by that page's button. */
export async function leaveByForm(call: PageCall): Promise<void> {
  const guest = await findGuest(call);
  if (guest === null) return sendGone(call);
  await leaveBooking(call.deps, guest);
  const main = html`<div class="card narrow centred">
    <h1>You left the meeting</h1>
    <p>We’ve erased your name and address, and won’t email you about it again.</p>
    <p>If the meeting is in your calendar, delete it there yourself.</p>
  </div>`;
  await sendArticle(call, { title: 'You left the meeting', hidden: true, main });
}

const findGuest = ({ em, deps, params }: PageCall) => findFurtherGuestByToken(em, deps.config, params['token'] ?? '');

/** Alike for links that never were and for guests who left or were removed. */
async function sendGone(call: PageCall): Promise<void> {
  const title = 'You’re not a guest of this meeting';
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>You left it, you were removed, or the booking was erased. You get no more emails about it.</p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main }, 410);
}

import { findFurtherGuestByToken } from '#commands/bookings/further-guest-token.ts';
import { leaveBooking } from '#commands/bookings/leave-booking.ts';
import { Booking } from '#db/entities/booking.ts';
import type { FurtherGuest } from '#db/entities/further-guest.ts';
import { User } from '#db/entities/user.ts';
import { html, type Html, richHtml } from '#html';
import { sendArticle } from '../article.ts';
import { type PageCall, translatorOfPage } from '../page.ts';
import { applyHostSettings } from './host-settings.ts';

/**
 * `/booking/:token/leave`, where the mails to a further guest lead: opening it changes nothing, for programs that check
 * mails open links as well.
 */
export async function leavePage(call: PageCall): Promise<void> {
  const invited = await findInvited(call);
  if (invited === null) return sendGone(call);
  const { booking, host } = invited;
  const t = translatorOfPage(call);
  const title = t('leave.title');
  const text = t.rich<'leave.text', Html>('leave.text', {
    guest: booking.guestName,
    title: booking.title,
    host: host.name,
    name: (children) => html`<bdi translate="no">${richHtml(children)}</bdi>`,
    meeting: (children) => html`<span translate="no">${richHtml(children)}</span>`,
  });
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${richHtml(text)}</p>
    <form method="post" action="${call.ctx.path}${call.ctx.search}">
      <button class="button primary" type="submit">${t('leave.button')}</button>
    </form>
  </div>`;
  await sendArticle(call, { title, hidden: true, main });
}

/** The further guest leaves by that page's button. */
export async function leaveByForm(call: PageCall): Promise<void> {
  const invited = await findInvited(call);
  if (invited === null) return sendGone(call);
  await leaveBooking(call.deps, invited.guest);
  const t = translatorOfPage(call);
  const title = t('leave.done');
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${t('leave.doneText')}</p>
    <p>${t('leave.calendar')}</p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main });
}

interface Invited {
  readonly guest: FurtherGuest;
  readonly booking: Booking;
  readonly host: User;
}

/** Whom the link was mailed to, and what to; null where they are no guest of it any more. */
async function findInvited({ em, deps, params, ctx }: PageCall): Promise<Invited | null> {
  const guest = await findFurtherGuestByToken(em, deps.config, params['token'] ?? '');
  if (guest === null) return null;
  const booking = await em.findOneOrFail(Booking, { id: guest.booking });
  const host = await em.findOneOrFail(User, { id: booking.host });
  applyHostSettings(ctx, host);
  return { guest, booking, host };
}

/** Alike for links that never were and for guests who left or were removed. */
async function sendGone(call: PageCall): Promise<void> {
  const t = translatorOfPage(call);
  const title = t('leave.gone');
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${t('leave.goneText')}</p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main }, 410);
}

import { z } from 'zod';
import { findRequestByToken } from '#commands/bookings/answer-token.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { hostPages } from '#commands/bookings/links.ts';
import type { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import { html, type Html, nothing } from '#html';
import { readableEmail } from '#mail/addresses.ts';
import { momentOf, whenOf } from '#mail/times.ts';
import { reason } from '../../shared/schema.ts';
import { sendArticle } from '../article.ts';
import type { PageCall } from '../page.ts';

interface Request {
  readonly booking: Booking;
  readonly host: User;
}

const answerForm = z.object({
  answer: z.enum(['confirm', 'decline']),
  reason: reason.optional().transform((text) => text || undefined),
});

/**
 * `/booking/:token/answer`, where the host's mail about a request leads: no login is needed, and opening it decides
 * nothing, for programs that check mails open links as well.
 */
export async function answerPage(call: PageCall): Promise<void> {
  const request = await openRequest(call);
  if (request === null) return sendOver(call);
  const { guestName } = request.booking;
  await sendArticle(call, { title: `${guestName}’s request`, hidden: true, main: question(call, request) });
}

/** The host confirms or declines by that page's buttons. */
export async function answerByForm(call: PageCall): Promise<void> {
  const { ctx, deps } = call;
  const request = await openRequest(call);
  if (request === null) return sendOver(call);
  const { booking, host } = request;
  const sent = answerForm.parse(ctx.state.body);
  await deps.limits.spend('changeOfBooking', booking.id);
  const asked = { bookingId: booking.id, hostId: host.id };
  if (sent.answer === 'confirm') await confirmBooking(deps, asked);
  else await declineBooking(deps, { ...asked, ...(sent.reason !== undefined && { reason: sent.reason }) });
  const title = outcomeOf(sent.answer, booking);
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>We’ll email <bdi translate="no">${booking.guestName}</bdi>.</p>
    <p><a class="button" href="${hostPages(deps.config, booking.id).booking}">Open the booking</a></p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main });
}

async function openRequest({ em, deps, now, params }: PageCall): Promise<Request | null> {
  const booking = await findRequestByToken(em, deps.config, params['token'] ?? '', now);
  const host = booking && (await em.findOne(User, { id: booking.host, eraseAskedAt: null }));
  return booking === null || host === null ? null : { booking, host };
}

function outcomeOf(answer: 'confirm' | 'decline', { proposedStartsAt }: Booking): string {
  if (answer === 'confirm') return proposedStartsAt ? 'Booking rescheduled' : 'Booking confirmed';
  return proposedStartsAt ? 'New time declined' : 'Request declined';
}

/** Alike for links that never were and for requests that are answered, withdrawn or over. */
async function sendOver(call: PageCall): Promise<void> {
  const title = 'There’s nothing to answer';
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>This request was answered, withdrawn or changed, or it expired. Your bookings show how things are now.</p>
    <p><a class="button" href="/bookings">Open your bookings</a></p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main }, 410);
}

function question({ ctx, now }: PageCall, { booking, host }: Request): Html {
  const { guestName, guestEmail, title, startsAt, endsAt, proposedStartsAt, holdEndsAt, answers, reason, reasonBy } =
    booking;
  const { timeZone: readerTimeZone, locale: readerLocale, hourCycle: readerHourCycle } = host;
  const reader = { readerTimeZone, readerLocale, readerHourCycle, writtenAt: now.getTime() };
  const present = whenOf(startsAt.getTime(), endsAt.getTime(), reader).full;
  const wanted = proposedStartsAt && momentOf(proposedStartsAt.getTime(), reader);
  return html`<div class="card narrow">
    <h1><bdi translate="no">${guestName}</bdi> ${wanted ? 'asks for another time' : html`asks for “${title}”`}</h1>
    <dl class="asked">
      ${fact('When', present)} ${wanted ? fact('New time', wanted) : nothing}
      ${reason && reasonBy === 'guest' ? fact('Reason', reason) : nothing} ${fact('Email', readableEmail(guestEmail))}
      ${answers.map(({ label, value }) => fact(label, typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value))}
      ${holdEndsAt ? fact('Answer by', momentOf(holdEndsAt.getTime(), reader)) : nothing}
    </dl>
    <form method="post" action="${ctx.path}" class="booking-form">
      <div class="field">
        <label for="reason">Reason, if you decline <span class="soft">(optional)</span></label>
        <textarea class="input" id="reason" name="reason" rows="3" maxlength="1000"></textarea>
        <p class="hint">Your guest reads it.</p>
      </div>
      <div class="buttons">
        <button class="button primary" type="submit" name="answer" value="confirm">
          ${wanted ? 'Confirm new time' : 'Confirm'}
        </button>
        <button class="button" type="submit" name="answer" value="decline">
          ${wanted ? 'Decline new time' : 'Decline'}
        </button>
      </div>
    </form>
  </div>`;
}

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd translate="no">${value}</dd>
  </div>`;

import { z } from 'zod';
import { findRequestByToken } from '#commands/bookings/answer-token.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { hostPages } from '#commands/bookings/links.ts';
import type { Booking } from '#db/entities/booking.ts';
import { User } from '#db/entities/user.ts';
import { html, type Html, nothing, richHtml } from '#html';
import { localeFor } from '#messages/languages.ts';
import { readableEmail } from '#mail/addresses.ts';
import { momentOf, whenOf } from '#mail/times.ts';
import { reason } from '../../shared/schema.ts';
import { sendArticle } from '../article.ts';
import { type HostTexts, hostTexts } from '../host-texts.ts';
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
  const t = hostTexts(call.ctx, request.host);
  const title = t('answer.title', { guest: request.booking.guestName });
  await sendArticle(call, { title, hidden: true, main: question(call, request, t), language: t.language });
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
  const t = hostTexts(ctx, host);
  const title = outcomeOf(sent.answer, booking, t);
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${richHtml(t.rich<'answer.mailed', Html>('answer.mailed', { guest: booking.guestName, name }))}</p>
    <p><a class="button" href="${hostPages(deps.config, booking.id).booking}">${t('answer.open')}</a></p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main, language: t.language });
}

async function openRequest({ em, deps, now, params }: PageCall): Promise<Request | null> {
  const booking = await findRequestByToken(em, deps.config, params['token'] ?? '', now);
  const host = booking && (await em.findOne(User, { id: booking.host, eraseAskedAt: null }));
  return booking === null || host === null ? null : { booking, host };
}

function outcomeOf(answer: 'confirm' | 'decline', { proposedStartsAt }: Booking, t: HostTexts): string {
  if (answer === 'confirm') return t(proposedStartsAt ? 'answer.moved' : 'answer.confirmed');
  return t(proposedStartsAt ? 'answer.moveDeclined' : 'answer.declined');
}

/** Alike for links that never were and for requests that are answered, withdrawn or over. */
async function sendOver(call: PageCall): Promise<void> {
  const t = hostTexts(call.ctx, null);
  const title = t('answer.over');
  const main = html`<div class="card narrow centred">
    <h1>${title}</h1>
    <p>${t('answer.overText')}</p>
    <p><a class="button" href="/bookings">${t('answer.openAll')}</a></p>
  </div>`;
  await sendArticle(call, { title, hidden: true, main, language: t.language }, 410);
}

function question({ ctx, now }: PageCall, { booking, host }: Request, t: HostTexts): Html {
  const { guestName, guestEmail, title, startsAt, endsAt, proposedStartsAt, holdEndsAt, answers, reason, reasonBy } =
    booking;
  const { timeZone: readerTimeZone, hourCycle: readerHourCycle } = host;
  const readerLocale = localeFor(t.language, [host.locale]);
  const reader = { readerTimeZone, readerLocale, readerHourCycle, writtenAt: now.getTime() };
  const present = whenOf(startsAt.getTime(), endsAt.getTime(), reader).full;
  const wanted = proposedStartsAt && momentOf(proposedStartsAt.getTime(), reader);
  const heading = wanted
    ? t.rich<'answer.asksMove', Html>('answer.asksMove', { guest: guestName, name })
    : t.rich<'answer.asks', Html>('answer.asks', { guest: guestName, title, name });
  return html`<div class="card narrow">
    <h1>${richHtml(heading)}</h1>
    <dl class="asked">
      ${fact(t('answer.when'), present)} ${wanted ? fact(t('answer.newTime'), wanted) : nothing}
      ${reason && reasonBy === 'guest' ? fact(t('answer.reason'), reason) : nothing}
      ${fact(t('answer.email'), readableEmail(guestEmail))}
      ${answers.map(({ label, value }) => fact(label, typeof value === 'boolean' ? t(value ? 'answer.yes' : 'answer.no') : value))}
      ${holdEndsAt ? fact(t('answer.by'), momentOf(holdEndsAt.getTime(), reader)) : nothing}
    </dl>
    <form method="post" action="${ctx.path}" class="booking-form">
      <div class="field">
        <label for="reason">${richHtml(t.rich<'answer.why', Html>('answer.why', { soft }))}</label>
        <textarea class="input" id="reason" name="reason" rows="3" maxlength="1000"></textarea>
        <p class="hint">${t('answer.read')}</p>
      </div>
      <div class="buttons">
        <button class="button primary" type="submit" name="answer" value="confirm">
          ${t(wanted ? 'answer.confirmMove' : 'answer.confirm')}
        </button>
        <button class="button" type="submit" name="answer" value="decline">
          ${t(wanted ? 'answer.declineMove' : 'answer.decline')}
        </button>
      </div>
    </form>
  </div>`;
}

type Parts = (string | Html)[];

const name = (children: Parts) => html`<bdi translate="no">${richHtml(children)}</bdi>`;

const soft = (children: Parts) => html`<span class="soft">${richHtml(children)}</span>`;

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd translate="no">${value}</dd>
  </div>`;

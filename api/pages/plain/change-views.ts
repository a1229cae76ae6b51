import { html, type Html, nothing } from '#mail/html.ts';
import type { GuestBooking, Slots } from '../../guest/schema.ts';
import { otherTimes } from './booking-form.ts';
import { pageOf } from './booking-view.ts';
import { labelled } from './fields.ts';
import { problemNotice, when } from './words.ts';

type Problem = { readonly title: string; readonly text?: string | undefined } | null;

/** Another time for a booking: first the free times, the present one in view. */
export const moveView = (booking: GuestBooking, times: Html): Html =>
  html`<div class="card">
    <p class="host">${booking.host.name}</p>
    <h1>Move ${booking.eventType.title}</h1>
    <p class="chosen"><span class="soft">Now</span><br /><strong>${fullTime(booking)}</strong></p>
    <p><a class="button" href="${pageOf(booking)}">Keep the current time</a></p>
    ${times}
  </div>`;

interface Move {
  readonly booking: GuestBooking;
  readonly zone: string;
  readonly startsAt: string;
  readonly back: string;
  readonly problem: Problem;
  /** Times to choose from instead, where the chosen one is gone. */
  readonly instead: Slots['days'][number]['slots'];
}

/** Then the former and the new time, and one button. */
export function confirmMoveView({ booking, zone, startsAt, back, problem, instead }: Move): Html {
  const length = Date.parse(booking.endsAt) - Date.parse(booking.startsAt);
  const endsAt = new Date(Date.parse(startsAt) + length).toISOString();
  const asks = booking.status === 'confirmed' && booking.requiresConfirmation;
  const present = when(booking, zone).full;
  return html`<div class="card narrow">
    <p><a class="back" href="${back}">Other times</a></p>
    <h1>${asks ? 'Ask for this time?' : 'Move to this time?'}</h1>
    ${problemNotice(problem)}
    <form class="form" method="post" action="${pageOf(booking)}/reschedule">
      <p class="chosen">
        ${asks ? html`<span class="soft">Now</span> ${present}` : html`<span class="soft">Formerly</span> <del>${present}</del>`}
        ${instead.length > 0 ? nothing : html`<br /><strong>${when({ startsAt, endsAt }, zone).full}</strong>`}
      </p>
      ${
        instead.length > 0
          ? otherTimes(instead, zone)
          : html`<input type="hidden" name="startsAt" value="${startsAt}" />`
      }
      ${asks ? html`<p>Your meeting stays at its time until ${booking.host.name} confirms the new one.</p>` : nothing}
      <input type="hidden" name="timeZone" value="${zone}" />
      <input type="hidden" name="revision" value="${booking.revision}" />
      <div class="buttons">
        <button class="button primary" type="submit">${asks ? 'Ask for the new time' : 'Move the meeting'}</button>
        <a class="button" href="${pageOf(booking)}">Keep the current time</a>
      </div>
    </form>
  </div>`;
}

/** Cancels by an explicit button only, with a reason if the guest likes to give one. */
export const cancelView = (booking: GuestBooking, reason: string, problem: Problem): Html =>
  html`<div class="card narrow">
    <h1>Cancel this meeting?</h1>
    <p>${booking.eventType.title} with ${booking.host.name}<br /><strong>${fullTime(booking)}</strong></p>
    ${problemNotice(problem)}
    <form class="form" method="post" action="${pageOf(booking)}/cancel">
      ${labelled(
        { name: 'reason', label: `Reason, for ${booking.host.name}`, required: false },
        html`<textarea class="input" id="reason" name="reason" rows="3" maxlength="1000">${reason}</textarea>`,
      )}
      <input type="hidden" name="revision" value="${booking.revision}" />
      <div class="buttons">
        <button class="button danger" type="submit">Cancel the meeting</button>
        <a class="button" href="${pageOf(booking)}">Keep it</a>
      </div>
    </form>
  </div>`;

const fullTime = (booking: GuestBooking) => when(booking, booking.guest.timeZone).full;

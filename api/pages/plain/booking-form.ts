import { randomUUID } from 'node:crypto';
import { html, type Html, nothing } from '#mail/html.ts';
import type { PublicEventType, Slots } from '../../guest/schema.ts';
import { questionField, textField } from './fields.ts';
import type { Typed } from './typed.ts';
import { problemNotice, when, withQuery } from './words.ts';

type Slot = Slots['days'][number]['slots'][number];

export interface FormState {
  readonly typed: Typed;
  /** What is wrong, by field name. */
  readonly errors: ReadonlyMap<string, string>;
  readonly problem: { readonly title: string; readonly text?: string | undefined } | null;
  /** Times to choose from instead, where the chosen one is gone. */
  readonly instead: readonly Slot[];
}

interface Shown extends FormState {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly eventType: PublicEventType;
}

/** The last step: who books. What was typed stays, whatever went wrong. */
export function bookingForm(shown: Shown): Html {
  const { path, query, eventType, typed, errors, problem, instead } = shown;
  const back = withQuery(path, query, { tz: typed.timeZone, slot: null });
  const error = (name: string) => errors.get(name);
  return html`<section aria-labelledby="details">
    <p><a class="back" href="${back}">Other times</a></p>
    <h2 id="details">Your details</h2>
    ${problemNotice(problem)}
    <form class="form" method="post" action="${path}">
      ${instead.length === 0 ? chosenTime(shown) : otherTimes(instead, typed.timeZone)}
      ${textField({ name: 'name', label: 'Your name', value: typed.name, problem: error('name'), autocomplete: 'name' })}
      ${textField({
        name: 'email',
        label: 'Your e-mail address',
        value: typed.email,
        problem: error('email'),
        type: 'email',
        autocomplete: 'email',
      })}
      ${eventType.questions.map((question) => questionField(question, typed.answers.get(question.id), errors))}
      <div class="trap" aria-hidden="true">
        <label for="website">Leave this empty</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" value="${typed.website}" />
      </div>
      <input type="hidden" name="timeZone" value="${typed.timeZone}" />
      <input type="hidden" name="key" value="${typed.key ?? randomUUID()}" />
      <button class="button primary wide" type="submit">
        ${eventType.requiresConfirmation ? 'Request this time' : 'Book this time'}
      </button>
      <p class="small soft">
        Your name, address and answers go to ${eventType.host.name}. <a href="/privacy">How they are used</a>
      </p>
    </form>
  </section>`;
}

function chosenTime({ typed, eventType }: Shown): Html {
  const starts = Date.parse(typed.startsAt);
  if (Number.isNaN(starts)) return nothing;
  const endsAt = new Date(starts + eventType.durationMinutes * 60_000).toISOString();
  const { date, hours, zone } = when({ startsAt: typed.startsAt, endsAt }, typed.timeZone);
  return html`<p class="chosen"><strong>${date}</strong><br />${hours}<br /><span class="soft">${zone}</span></p>
    <input type="hidden" name="startsAt" value="${typed.startsAt}" />`;
}

/** The nearest free times in place of one that is gone. */
export const otherTimes = (slots: readonly Slot[], zone: string): Html =>
  html`<fieldset class="offers">
    <legend>Free times nearby</legend>
    ${slots.map((slot, index) => {
      const { date, hours } = when(slot, zone);
      return html`<label class="offer">
        <input
          type="radio"
          name="startsAt"
          value="${slot.startsAt}"
          required
          ${index === 0 ? html`checked` : nothing}
        />
        <span>${date}, ${hours}</span>
      </label>`;
    })}
    <p class="small soft">${zone.replaceAll('_', ' ')}</p>
  </fieldset>`;

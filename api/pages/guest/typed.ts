import { guestsIn } from '#domain/further-guests.ts';
import type { PublicEventType } from '../../guest/schema.ts';
import type { Draft } from '../schema.ts';

/** The booking form as it was sent. */
interface Typed {
  readonly draft: Draft;
  readonly startsAt: string;
  /** Where the event type has several; undefined where it has one. */
  readonly durationMinutes: number | undefined;
  readonly timeZone: string;
  /** Makes a form that was sent twice one booking; null where the next one must be a new attempt. */
  readonly key: string | null;
  /** Another time that was chosen in the form; null where the form was sent to book. */
  readonly chosen: string | null;
}

/** A form as it was sent; a field given twice counts as not given. */
export function typedIn(body: unknown, questions: PublicEventType['questions']): Typed {
  const fields = new Map(Object.entries((body ?? {}) as Record<string, unknown>));
  const text = (name: string) => {
    const value = fields.get(name);
    // Browsers send line breaks of forms as CRLF.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  const answers = questions.map(({ id, kind }): [string, string | boolean] => {
    const given = text(`answer-${id}`);
    return [id, kind === 'checkbox' ? given !== '' : given];
  });
  return {
    draft: {
      name: text('name'),
      email: text('email'),
      location: text('location'),
      phone: text('phone'),
      guests: text('guests'),
      answers: Object.fromEntries(answers),
      website: text('website'),
      isPerson: text('isPerson') !== '',
    },
    startsAt: text('startsAt'),
    durationMinutes: text('durationMinutes') === '' ? undefined : Number(text('durationMinutes')),
    timeZone: text('timeZone'),
    key: /^[0-9a-f-]{36}$/.test(text('key')) ? text('key') : null,
    chosen: text('choose') === '' ? null : text('choose'),
  };
}

/** The same as the API takes it: what was left empty is left out. */
export function requestOf({ answers, phone, location, guests, ...draft }: Draft) {
  const given = Object.entries(answers).flatMap(([id, answer]): [string, string | boolean][] => {
    if (answer === true) return [[id, true]];
    return typeof answer === 'string' && answer.trim() !== '' ? [[id, answer.trim()]] : [];
  });
  return {
    ...draft,
    guests: guestsIn(guests),
    ...(location === '' ? {} : { location }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    answers: Object.fromEntries(given),
  };
}

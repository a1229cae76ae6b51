import type { Answer } from '#db/entities/booking.ts';
import type { Location, Question } from '#db/entities/event-type.ts';
import { readPhoneNumber } from '#domain/phone-number.ts';
import { hostCallsGuest } from '#domain/phone-call.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says, type Sentence } from '#messages/says.ts';

const LONGEST = { text: 500, long_text: 5_000, choice: 500, phone: 60, checkbox: 0 } as const;

interface Asked {
  readonly questions: readonly Question[];
  /** Where the meeting takes place: a host who calls needs the guest's number. */
  readonly location: Location;
}

interface Given {
  readonly answers: Readonly<Record<string, string | boolean>>;
  readonly phone?: string | undefined;
}

/**
 * Holds a guest's answers against the event type's questions and keeps the question's words beside each; phone numbers are
 * kept in plain characters.
 * @throws Refusal `validation_failed` naming every wrong answer
 */
export function checkAnswers(
  { questions, location }: Asked,
  { answers: given, phone }: Given,
): { readonly answers: readonly Answer[]; readonly guestPhone: string | null } {
  // Not what every object seems to have.
  const answerTo = ({ id }: Question) => (Object.hasOwn(given, id) ? given[id] : undefined);
  const errors = questions.flatMap((question) => {
    const sentence = wrong(question, answerTo(question));
    return sentence === null ? [] : [{ pointer: `/answers/${question.id}`, sentence }];
  });
  const known = new Set(questions.map(({ id }) => id));
  for (const id of Object.keys(given))
    if (!known.has(id)) errors.push({ pointer: `/answers/${escaped(id)}`, sentence: says('said.no_such_question') });
  const phoneProblem = wrongPhone(location, phone);
  if (phoneProblem !== null) errors.push({ pointer: '/phone', sentence: phoneProblem });
  if (errors.length > 0) throw new Refusal('validation_failed', says('said.bad_answers'), { errors });
  const answers = questions.flatMap((question) => {
    const value = answerTo(question);
    return value === undefined || isBlank(value)
      ? []
      : [{ questionId: question.id, label: question.label, value: kept(question, value) }];
  });
  return { answers, guestPhone: phone === undefined || isBlank(phone) ? null : readPhoneNumber(phone) };
}

const NO_NUMBER = says('said.bad_phone');

/** What is wrong with the number a guest gave to be called at; null where nothing is. */
function wrongPhone(location: Location, phone: string | undefined): Sentence | null {
  if (phone === undefined || isBlank(phone)) return hostCallsGuest(location) ? says('said.phone_needed') : null;
  if (!hostCallsGuest(location)) return says('said.no_phone');
  return phone.length > LONGEST.phone || readPhoneNumber(phone) === null ? NO_NUMBER : null;
}

/** What is stored of an answer that is right. */
const kept = ({ kind }: Question, value: string | boolean) =>
  kind === 'phone' && typeof value === 'string' ? (readPhoneNumber(value) ?? value) : value;

const isBlank = (value: string | boolean) => typeof value === 'string' && value.trim() === '';

/** As a step of a JSON pointer (RFC 6901). */
const escaped = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1');

function wrong(question: Question, value: string | boolean | undefined): Sentence | null {
  const isMissing = value === undefined || isBlank(value) || (question.kind === 'checkbox' && value === false);
  if (isMissing) return question.required ? says('said.required') : null;
  if (question.kind === 'checkbox') return typeof value === 'boolean' ? null : says('said.yes_or_no');
  if (typeof value !== 'string') return says('said.not_text');
  if (value.length > LONGEST[question.kind]) return says('said.most_characters', { most: LONGEST[question.kind] });
  if (question.kind === 'choice' && !(question.options ?? []).includes(value)) return says('said.one_of_options');
  if (question.kind === 'phone' && readPhoneNumber(value) === null) return NO_NUMBER;
  return null;
}

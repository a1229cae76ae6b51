import type { Answer } from '#db/entities/booking.ts';
import type { Question } from '#db/entities/event-type.ts';
import { readPhoneNumber } from '#domain/phone-number.ts';
import { Refusal } from '#commands/shared/refusal.ts';

const LONGEST = { text: 500, long_text: 5_000, choice: 500, phone: 60, checkbox: 0 } as const;

/**
 * Holds a guest's answers against the event type's questions and keeps the question's words beside each; phone numbers are
 * kept in plain characters.
 * @throws Refusal `validation_failed` naming every wrong answer
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, string | boolean>>,
): readonly Answer[] {
  // Not what every object seems to have.
  const answerTo = ({ id }: Question) => (Object.hasOwn(given, id) ? given[id] : undefined);
  const errors = questions.flatMap((question) => {
    const detail = wrong(question, answerTo(question));
    return detail === null ? [] : [{ pointer: `/answers/${question.id}`, detail }];
  });
  const known = new Set(questions.map(({ id }) => id));
  for (const id of Object.keys(given))
    if (!known.has(id))
      errors.push({ pointer: `/answers/${escaped(id)}`, detail: 'This event type has no such question.' });
  if (errors.length > 0) throw new Refusal('validation_failed', 'Some answers are not valid.', { errors });
  return questions.flatMap((question) => {
    const value = answerTo(question);
    return value === undefined || isBlank(value)
      ? []
      : [{ questionId: question.id, label: question.label, value: kept(question, value) }];
  });
}

/** What is stored of an answer that is right. */
const kept = ({ kind }: Question, value: string | boolean) =>
  kind === 'phone' && typeof value === 'string' ? (readPhoneNumber(value) ?? value) : value;

const isBlank = (value: string | boolean) => typeof value === 'string' && value.trim() === '';

/** As a step of a JSON pointer (RFC 6901). */
const escaped = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1');

function wrong(question: Question, value: string | boolean | undefined): string | null {
  const isMissing = value === undefined || isBlank(value) || (question.kind === 'checkbox' && value === false);
  if (isMissing) return question.required ? 'Required.' : null;
  if (question.kind === 'checkbox') return typeof value === 'boolean' ? null : 'Answer yes or no.';
  if (typeof value !== 'string') return 'The answer must be text.';
  if (value.length > LONGEST[question.kind]) return `At most ${LONGEST[question.kind]} characters.`;
  if (question.kind === 'choice' && !(question.options ?? []).includes(value)) return 'Choose one of the options.';
  if (question.kind === 'phone' && readPhoneNumber(value) === null)
    return 'Enter a phone number such as +49 30 123456.';
  return null;
}

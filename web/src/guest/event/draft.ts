import type { BookingRequest, PublicEventType } from '#api/guest/schema.ts';
import type { Draft } from '#api/pages/schema.ts';
import { guestsAsTyped, guestsIn, MOST_FURTHER_GUESTS } from '#domain/further-guests.ts';
import { isEmailAddress, storedEmail } from '#domain/email-address.ts';
import type { FieldError } from '../../shared/api.ts';
import { PAGE_PARAMETERS } from '../../shared/page-parameters.ts';
import { blanksAsPlus } from '../../shared/raw-plus.ts';
import { t } from '../t.ts';

export type Question = PublicEventType['questions'][number];

/** What is wrong, by field: `name`, `email`, `location`, `phone`, `guests`, `answers/{id}`. */
export type FieldProblems = Readonly<Record<string, string>>;

/** A form begun by the page's address: `?name=&email=` and the questions' ids. */
export function prefilled(query: URLSearchParams, questions: readonly Question[]): Draft {
  const answers = questions.flatMap(({ id, kind, options }): [string, string | boolean][] => {
    const given = query.get(id);
    if (given === null || PAGE_PARAMETERS.has(id)) return [];
    if (kind === 'checkbox') return [[id, /^(1|true|yes|on)$/i.test(given)]];
    if (kind === 'phone') return [[id, withPlus(given)]];
    return kind === 'choice' && !options?.includes(given) ? [] : [[id, given]];
  });
  return {
    name: query.get('name') ?? '',
    email: blanksAsPlus(query.get('email') ?? ''),
    location: '',
    phone: withPlus(query.get('phone') ?? ''),
    guests: '',
    answers: Object.fromEntries(answers),
    website: '',
    isPerson: false,
  };
}

/** As in `blanksAsPlus`, but only in front: blanks within a number are people's own. */
const withPlus = (number: string) => number.replace(/^ (?=\d)/, '+');

/** The form as it stands in the page. */
export function draftIn(form: FormData, questions: readonly Question[]): Draft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name'),
    email: text('email'),
    location: text('location'),
    phone: text('phone'),
    guests: text('guests'),
    answers: Object.fromEntries(
      questions.map(({ id, kind }) => {
        const given = text(`answer-${id}`);
        return [id, kind === 'checkbox' ? given !== '' : given];
      }),
    ),
    website: text('website'),
    isPerson: text('isPerson') !== '',
  };
}

/** The form as it was when it was sent. */
export function sent({
  guest,
  guests = [],
  location = '',
  phone = '',
  answers = {},
  website = '',
  isPerson = false,
}: BookingRequest): Draft {
  const { name, email } = guest;
  return { name, email, location, phone, guests: guestsAsTyped(guests), answers, website, isPerson };
}

interface Asks {
  /** Whether the host calls, and needs the guest’s number. */
  readonly phone?: boolean;
  /** Whether the guest has to choose where to meet. */
  readonly location?: boolean;
}

/** What can be said without asking the server. */
export function check(draft: Draft, questions: readonly Question[], asks: Asks = {}): FieldProblems {
  const problems: Record<string, string> = {};
  if (draft.name.trim() === '') problems['name'] = t('field.name');
  if (draft.email.trim() === '') problems['email'] = t('field.email');
  else if (!isEmailAddress(storedEmail(draft.email))) problems['email'] = t('field.email.wrong');
  if (asks.location && draft.location === '') problems['location'] = t('field.location');
  if (asks.phone && draft.phone.trim() === '') problems['phone'] = t(MISSING.phone);
  const guests = wrongGuests(draft.guests);
  if (guests !== null) problems['guests'] = guests;
  for (const { id, kind, required } of questions) {
    const answer = draft.answers[id];
    if (required && (typeof answer === 'string' ? answer.trim() === '' : answer !== true))
      problems[`answers/${id}`] = t(MISSING[kind]);
  }
  return problems;
}

/** What is wrong with the further guests as they are typed; null where nothing is. */
function wrongGuests(typed: string): string | null {
  const guests = guestsIn(typed);
  if (guests.length > MOST_FURTHER_GUESTS) return t('field.guests.many', { most: MOST_FURTHER_GUESTS });
  const wrong = guests.find(({ email }) => !isEmailAddress(storedEmail(email)));
  return wrong === undefined ? null : t('field.guests.wrong', { address: wrong.email });
}

const MISSING = {
  text: 'field.answer',
  long_text: 'field.answer',
  choice: 'field.choice',
  checkbox: 'field.checkbox',
  phone: 'field.phone',
} as const satisfies Readonly<Record<Question['kind'], string>>;

/** What the server can find wrong with what `check` lets pass. */
const WRONG = {
  name: 'field.name.wrong',
  email: 'field.email.wrong',
  location: 'field.location',
  phone: 'field.phone.wrong',
  guests: 'field.guests',
} as const;

/** Answers as the API takes them: what was left empty is left out. */
export function givenAnswers({ answers }: Draft, questions: readonly Question[]): Record<string, string | boolean> {
  const entries = questions.flatMap(({ id }): [string, string | boolean][] => {
    const answer = answers[id];
    if (answer === undefined) return [];
    if (typeof answer === 'boolean') return [[id, answer]];
    return answer.trim() === '' ? [] : [[id, answer.trim()]];
  });
  return Object.fromEntries(entries);
}

/** What the server refused, in words beside the fields; and whether it refused what belongs to none of them. */
export function placed(
  errors: readonly FieldError[],
  questions: readonly Question[],
): { readonly fields: FieldProblems; readonly hasOthers: boolean } {
  const names = errors.map(({ pointer }) => fieldOf(pointer, questions));
  const fields = names.flatMap((name) => (name === null ? [] : [[name, wordsFor(name, questions)] as const]));
  return { fields: Object.fromEntries(fields), hasOthers: names.includes(null) };
}

function wordsFor(name: string, questions: readonly Question[]): string {
  if (name in WRONG) return t(WRONG[name as keyof typeof WRONG]);
  const isPhone = questions.some(({ id, kind }) => name === `answers/${id}` && kind === 'phone');
  return t(isPhone ? 'field.phone.wrong' : 'field.answer.wrong');
}

function fieldOf(pointer: string, questions: readonly Question[]): string | null {
  const [area, name] = pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (area === 'guest' && (name === 'name' || name === 'email')) return name;
  if (area === 'phone' || area === 'guests' || area === 'location') return area;
  return area === 'answers' && questions.some(({ id }) => id === name) ? `answers/${name}` : null;
}

import type { PublicEventType } from '../../guest/schema.ts';

type Question = PublicEventType['questions'][number];

/** What stands in the booking form; all of it text, as typed. */
export interface Typed {
  readonly startsAt: string;
  readonly timeZone: string;
  readonly name: string;
  readonly email: string;
  readonly answers: ReadonlyMap<string, string>;
  /** Filled in by robots only. */
  readonly website: string;
  /** Makes a form that was sent twice one booking; null where the next one must be a new attempt. */
  readonly key: string | null;
}

/** Parameters of the page's address that are no prefill, whatever a question may be called. */
const OWN = new Set(['name', 'email', 'month', 'date', 'from', 'slot', 'tz']);

/** A form begun by the page's address: `?name=&email=` and the questions' ids. */
export function prefilled(
  query: URLSearchParams,
  zone: string,
  startsAt: string,
  questions: readonly Question[],
): Typed {
  const answers = questions.flatMap(({ id, kind }): [string, string][] => {
    const given = OWN.has(id) ? null : query.get(id);
    if (given === null || (kind === 'checkbox' && !/^(1|true|yes|on)$/i.test(given))) return [];
    return [[id, given]];
  });
  const { name = '', email = '' } = Object.fromEntries(query) as { name?: string; email?: string };
  return { startsAt, timeZone: zone, name, email, answers: new Map(answers), website: '', key: null };
}

/** A form as it was sent; a field given twice counts as not given. */
export function typedIn(body: unknown, questions: readonly Question[]): Typed {
  const fields = new Map(Object.entries((body ?? {}) as Record<string, unknown>));
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    startsAt: text('startsAt'),
    timeZone: text('timeZone'),
    name: text('name'),
    email: text('email'),
    answers: new Map(
      questions.map(({ id }) => [id, text(`answer-${id}`)] as const).filter(([, value]) => value !== ''),
    ),
    website: text('website'),
    key: /^[0-9a-f-]{36}$/.test(text('key')) ? text('key') : null,
  };
}

/** The same as the API takes it. */
export function requestOf(
  { startsAt, timeZone, name, email, answers, website }: Typed,
  questions: readonly Question[],
) {
  const given = questions.flatMap(({ id, kind }): [string, string | boolean][] => {
    const answer = answers.get(id)?.trim() ?? '';
    if (answer === '') return [];
    return [[id, kind === 'checkbox' ? true : answer]];
  });
  return { startsAt, guest: { name, email, timeZone }, answers: Object.fromEntries(given), website };
}

/** The form's field that a JSON pointer into the request means. */
export function fieldOf(pointer: string): string {
  const [area = '', name = ''] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (area === 'guest') return name;
  return area === 'answers' ? `answer-${name}` : area;
}

import { PAGE_PARAMETERS } from '../../../shared/page-parameters.ts';
import type { EventType, Question } from '../../data/event-types.ts';

/** What a link fills in: `name`, `email`, and answers by the ids of their questions. */
export type Prefilled = Readonly<Record<string, string>>;

/** Questions that a link can answer: one whose id the page itself reads cannot be. */
export const prefillable = ({ questions }: Pick<EventType, 'questions'>): Question[] =>
  questions.filter(({ id }) => !PAGE_PARAMETERS.has(id));

/** The event type's address with a form that is filled in already. */
export function prefilledLink({ publicUrl }: Pick<EventType, 'publicUrl'>, values: Prefilled): string {
  const address = new URL(publicUrl);
  for (const [name, value] of Object.entries(values))
    if (value.trim() !== '') address.searchParams.set(name, value.trim());
  return address.href;
}

import { type Problem, type ProblemCode, PROBLEMS } from '../../problem.ts';
import { toProblem } from '../../to-problem.ts';
import type { PageCall } from '../page.ts';
import { fieldOf } from '../plain/typed.ts';

/** What a form can say beside itself; everything else is a page of its own. */
const SAID_IN_FORM = new Set<ProblemCode>([
  'validation_failed',
  'slot_taken',
  'slot_unavailable',
  'invalid_transition',
  'stale',
  'idempotency_mismatch',
  'rate_limited',
  'unavailable',
]);

export interface FormRefusal {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly text: string | undefined;
  readonly errors: ReadonlyMap<string, string>;
}

/** Why a form was not taken. @throws the error itself where the form cannot say it */
export function formRefusal({ ctx }: PageCall, error: unknown): FormRefusal {
  const problem = toProblem(error);
  if (!SAID_IN_FORM.has(problem.code)) throw error;
  const { retryAfterSeconds } = problem.facts;
  if (retryAfterSeconds !== undefined) ctx.set('Retry-After', String(retryAfterSeconds));
  const errors = new Map(
    (problem.facts.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), detail] as const),
  );
  const { code, status } = problem;
  const title = code === 'validation_failed' ? 'Some answers need another look' : PROBLEMS[code].title;
  return { code, status, title, text: textOf(problem, errors), errors };
}

function textOf({ code, facts }: Problem, errors: FormRefusal['errors']): string | undefined {
  if (code === 'validation_failed') return errors.size === 0 ? facts.detail : 'They are marked below.';
  if (code === 'idempotency_mismatch')
    return 'You have booked with this form already. Send it again to book once more.';
  return facts.detail ?? [...errors.values()][0];
}

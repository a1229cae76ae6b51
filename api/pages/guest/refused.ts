import { PROBLEMS, type ProblemCode } from '../../problem.ts';
import { toProblem } from '../../to-problem.ts';
import { withoutUndefined } from '../../shared/without-undefined.ts';
import type { PageCall } from '../page.ts';
import type { Refused } from '../schema.ts';

/** What a form can say beside itself; everything else is a page of its own. */
const SAID_IN_FORM = new Set<ProblemCode>([
  'validation_failed',
  'slot_taken',
  'slot_unavailable',
  'person_unconfirmed',
  'invalid_transition',
  'too_late_to_change',
  'stale',
  'link_expired',
  'idempotency_mismatch',
  'rate_limited',
  'unavailable',
]);

/** Why a form was not taken, as the API tells programs. @throws the error itself where the form cannot say it */
export function refusedBy({ ctx }: PageCall, error: unknown): Refused {
  const { code, status, facts } = toProblem(error);
  if (!SAID_IN_FORM.has(code)) throw error;
  const { errors = [], detail: sentence, retryAfterSeconds } = facts;
  if (retryAfterSeconds !== undefined) ctx.set('Retry-After', String(retryAfterSeconds));
  return {
    status,
    code,
    title: PROBLEMS[code].title,
    errors: errors.map(({ pointer, sentence: { text } }) => ({ pointer, detail: text })),
    ...withoutUndefined({ detail: sentence?.text, retryAfterSeconds }),
  };
}

import type { FieldError } from '#commands/shared/refusal.ts';
import { says, type Sentence } from '#messages/says.ts';

const STATUSES = {
  malformed: 400,
  unauthenticated: 401,
  login_failed: 401,
  forbidden_origin: 403,
  read_only_key: 403,
  session_required: 403,
  fresh_login_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  slot_taken: 409,
  slot_unavailable: 409,
  invalid_transition: 409,
  too_late_to_change: 409,
  stale: 409,
  login_expired: 410,
  link_expired: 410,
  too_large: 413,
  validation_failed: 422,
  person_unconfirmed: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUSES;

/** Every problem this API answers with (RFC 9457): its stable code, status and public title. */
export const PROBLEMS = Object.fromEntries(
  Object.entries(STATUSES).map(([code, status]) => [
    code,
    { status, title: says(`said.problem.${code as ProblemCode}`).text },
  ]),
) as Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>>;

interface Facts {
  /** Shown to the client. */
  readonly detail?: Sentence | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** An expected error of the API itself. Its detail is safe to show. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly facts: Facts;

  constructor(code: ProblemCode, facts: Facts = {}) {
    super(facts.detail?.text ?? PROBLEMS[code].title);
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** One field that is not valid; `pointer` is a JSON pointer into the request. */
export function invalid(pointer: string, sentence: Sentence): Problem {
  return new Problem('validation_failed', { errors: [{ pointer, sentence }] });
}

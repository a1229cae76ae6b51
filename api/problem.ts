/** Every problem this API answers with (RFC 9457): its stable code, status and public title. */
export const PROBLEMS = {
  malformed: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'Please log in' },
  login_failed: { status: 401, title: 'Wrong email address or password' },
  forbidden_origin: { status: 403, title: 'This request came from another website' },
  read_only_key: { status: 403, title: 'This API key can only read' },
  session_required: { status: 403, title: 'No API key can do this' },
  fresh_login_required: { status: 403, title: 'Please confirm that it is you' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  slot_taken: { status: 409, title: 'Time slot already booked' },
  slot_unavailable: { status: 409, title: 'This time is not available' },
  invalid_transition: { status: 409, title: 'Not allowed in the current state' },
  too_late_to_change: { status: 409, title: 'Too late to reschedule or cancel' },
  stale: { status: 409, title: 'Changed in the meantime' },
  login_expired: { status: 410, title: 'This login took too long. Log in again.' },
  link_expired: { status: 410, title: 'This link has expired or was already used. Request a new one.' },
  too_large: { status: 413, title: 'The request is too large' },
  validation_failed: { status: 422, title: 'The request is not valid' },
  person_unconfirmed: { status: 422, title: 'Confirm that you are a person' },
  idempotency_mismatch: { status: 422, title: 'This key was already used for a different request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

interface Facts {
  /** Shown to the client; always our own sentence. */
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** An expected error of the API itself. Its detail is ours and safe to show. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly facts: Facts;

  constructor(code: ProblemCode, facts: Facts = {}) {
    super(facts.detail ?? PROBLEMS[code].title);
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** One field that is not valid; `pointer` is a JSON pointer into the request. */
export function invalid(pointer: string, detail: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer, detail }] });
}

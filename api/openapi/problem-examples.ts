import type { FieldError, ProblemCode } from '../problem.ts';

interface Example {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** What each code may say in one case. */
export const EXAMPLES: Readonly<Record<ProblemCode, Example>> = {
  malformed: {},
  unauthenticated: {},
  login_failed: {},
  forbidden_origin: {},
  fresh_login_required: {},
  not_found: {},
  method_not_allowed: {},
  request_timeout: {},
  slot_taken: { detail: 'This time has just been booked.' },
  slot_unavailable: { detail: 'This time is not offered.' },
  invalid_transition: { detail: 'A cancelled booking cannot be moved.' },
  stale: { detail: 'The booking was changed meanwhile.' },
  link_expired: {},
  too_large: { detail: 'At most 64 kB.' },
  validation_failed: {
    errors: [{ pointer: '/guest/email', detail: 'An e-mail address such as ann@example.com.' }],
  },
  idempotency_mismatch: { detail: 'This Idempotency-Key was used with another request.' },
  rate_limited: {},
  internal: {},
  unavailable: {},
};

/** What each code means and what to do, for those who write programs against it. */
export const MEANINGS: Readonly<Record<ProblemCode, string>> = {
  malformed: 'The body is no JSON (or form), or the address is not well-formed. Sending it again does not help.',
  unauthenticated: 'There is no session, or it has ended. Log in again.',
  login_failed: 'No account has this e-mail address with this password; it is not said which of the two is wrong.',
  forbidden_origin:
    'A browser sent this unsafe request from a page of another site. Programs send neither Origin nor Sec-Fetch-Site.',
  fresh_login_required:
    'The login is more than ten minutes ago. Send the `password` with the request, or log in again and repeat it.',
  not_found: 'It does not exist, belongs to another host, or its link has ended: all answered alike.',
  method_not_allowed: 'The address exists, but not with this method; Allow lists its methods.',
  request_timeout: 'The body did not arrive within 10 seconds. Send it again; nothing was done.',
  slot_taken: 'This time, or one that overlaps it, is booked. Get the free times again and choose another.',
  slot_unavailable:
    'The host does not offer this time: outside the hours, too soon, too far ahead, or a limit is reached.',
  invalid_transition: 'Its present state does not allow this. Read it again, then decide.',
  stale: 'It was changed after the revision you sent. Read it again, then decide.',
  link_expired: 'The mailed link was used already, is too old, or ended with a new password. Ask for a new one.',
  too_large: 'The body has more than 64 kB.',
  validation_failed: 'Some fields need another look; `errors` names every one by its JSON pointer.',
  idempotency_mismatch: 'This Idempotency-Key belongs to a request with another body. Use a new key for a new booking.',
  rate_limited: 'Too many requests. Wait as many seconds as Retry-After says.',
  internal: 'Our fault. Tell support the `instance`.',
  unavailable: 'Busy or away for a moment. Nothing is known to have been done; try again after Retry-After seconds.',
};

import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { says } from '../shared/schema.ts';
import { type ProblemCode, PROBLEMS } from '../problem.ts';

export const CODES = Object.keys(PROBLEMS) as ProblemCode[];

const problem = z
  .object({
    type: z.string().meta({ description: 'What the code means, to read', examples: ['/docs#slot_taken'] }),
    title: z.string(),
    status: z.int(),
    code: z.enum(CODES).meta({ description: 'Stable; programs decide by it' }),
    detail: z.string().optional().meta({ description: 'A sentence that may be shown to people' }),
    says,
    instance: z.string().meta({ description: 'The request’s id, also in `X-Request-Id`' }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string(), says }))
      .optional()
      .meta({ description: 'For `validation_failed`: every field that is not valid, as JSON pointers' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const retryAfter = { 'Retry-After': { description: 'Seconds', required: true, schema: { type: 'integer' as const } } };

/** The answers for these codes, one a status, each code with its example. `asPage`: people see them as a page. */
export function problemAnswers(codes: Iterable<ProblemCode>, asPage = false): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  return Object.fromEntries([...byStatus].map(([status, group]) => [String(status), answerOf(group, asPage)]));
}

function answerOf(codes: readonly ProblemCode[], asPage: boolean): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
    ...(codes.some((code) => code === 'rate_limited' || code === 'unavailable') && { headers: retryAfter }),
    content: {
      ...(asPage && { 'text/html': { schema: { type: 'string' as const } } }),
      'application/problem+json': {
        schema: problem,
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** Every code's example, for the document's components. */
export const problemExamples = () => Object.fromEntries(CODES.map((code) => [code, { value: exampleOf(code) }]));

/** A whole problem as it may arrive. */
export function exampleOf(code: ProblemCode) {
  const { status, title } = PROBLEMS[code];
  const instance = '0198c1c7-58c3-7b6e-9d5a-0e4f5a6b7c8d';
  return { type: `/docs#${code}`, title, status, code, ...EXAMPLES[code], instance };
}

interface Example {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What each code may say in one case. */
const EXAMPLES: Readonly<Record<ProblemCode, Example>> = {
  malformed: {},
  unauthenticated: {},
  login_failed: {},
  forbidden_origin: {},
  read_only_key: {},
  session_required: {},
  fresh_login_required: {},
  not_found: {},
  method_not_allowed: {},
  request_timeout: {},
  slot_taken: { detail: 'This time has just been booked. Choose another time.' },
  slot_unavailable: { detail: 'This time is not available. Choose another time.' },
  invalid_transition: { detail: 'This booking is cancelled and can no longer be moved.' },
  too_late_to_change: {
    detail: 'It is too late to reschedule or cancel this booking online. Please contact your host.',
  },
  stale: { detail: 'The booking has changed since this page was loaded.' },
  login_expired: {},
  link_expired: {},
  too_large: { detail: 'At most 64 kB.' },
  validation_failed: {
    errors: [{ pointer: '/guest/email', detail: 'Enter an email address such as ann@example.com.' }],
  },
  person_unconfirmed: {
    detail: 'A field that people don’t see was filled in, perhaps by your browser. Tick “I’m a person” and book again.',
  },
  idempotency_mismatch: { detail: 'This Idempotency-Key was already used for a different request.' },
  rate_limited: {},
  internal: {},
  unavailable: {},
};

/** What each code means and what to do, for those who write programs against it. */
export const MEANINGS: Readonly<Record<ProblemCode, string>> = {
  malformed:
    'The body is not JSON (or a form), or the address is malformed. Fix the request; sending it again does not help.',
  unauthenticated: 'There is no session or API key that works. Log in again, or make a new key.',
  login_failed: 'No account has this email address with this password. Which of the two is wrong is not revealed.',
  forbidden_origin:
    'A browser sent this unsafe request from another website. Programs must send neither Origin nor Sec-Fetch-Site.',
  read_only_key: 'The API key has scope `read`, which allows GET requests only. Use a key of scope `write`.',
  session_required: 'Only the host in person can do this, logged in with a browser; no API key can.',
  fresh_login_required:
    'The login is more than ten minutes ago. Send the `password` with the request, or log in again and repeat it.',
  not_found:
    'It does not exist, belongs to another account, or its link has expired. The answer is the same for all three.',
  method_not_allowed: 'The address exists, but not with this method. Allow lists the methods it accepts.',
  request_timeout: 'The body did not arrive within 10 seconds. Nothing was changed; send the request again.',
  slot_taken:
    'This time, or one that overlaps it, is already booked. Load the available times again and choose another one.',
  slot_unavailable:
    'The time is outside the host’s hours, too soon, too far ahead, or a limit is reached. Choose another time.',
  invalid_transition:
    'The current state does not allow this, such as confirming a cancelled booking. Load it again, then decide.',
  too_late_to_change:
    'The host allows guests to reschedule and cancel only until some time before the start. The guest has to contact the host, who still can.',
  stale: 'It has changed since the revision you sent. Load it again, then decide.',
  login_expired:
    'More than ten minutes passed between the two steps of a login, or a new password was set in between. Log in again.',
  link_expired: 'The mailed or booking link was already used, has expired, or was replaced. Request a new one.',
  too_large: 'The body is larger than 64 kB. Send less.',
  validation_failed: 'Some fields are not valid; `errors` lists each by its JSON pointer. Fix the fields.',
  person_unconfirmed:
    '`website` was filled in, which people do not see. Leave it empty, or send `isPerson` once a person has confirmed it.',
  idempotency_mismatch: 'This Idempotency-Key belongs to a request with another body. Use a new key for a new booking.',
  rate_limited: 'Too many requests. Wait the number of seconds in Retry-After.',
  internal: 'An error on our side. Send the `instance` to support.',
  unavailable:
    'Overloaded or down for a moment; the request may or may not have been carried out. Try again after Retry-After seconds.',
};

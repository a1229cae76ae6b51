import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { type ProblemCode, PROBLEMS } from '../problem.ts';
import { EXAMPLES } from './problem-examples.ts';

export const CODES = Object.keys(PROBLEMS) as ProblemCode[];

const problem = z
  .object({
    type: z.string().meta({ description: 'What the code means, to read', examples: ['/docs#slot_taken'] }),
    title: z.string(),
    status: z.int(),
    code: z.enum(CODES).meta({ description: 'Stable; programs decide by it' }),
    detail: z.string().optional().meta({ description: 'A sentence that may be shown to people' }),
    instance: z.string().meta({ description: 'The request’s id, also in `X-Request-Id`' }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
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

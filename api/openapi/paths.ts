import type { ZodObject } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Operation } from '../operation.ts';
import { isPage } from '../page-kinds.ts';
import type { ProblemCode } from '../problem.ts';
import { problemAnswers } from './problem-answers.ts';
import { tagOf } from './tags.ts';

/** The router's `/bookings/:id` as OpenAPI writes it. */
export const openApiPath = (path: string) => path.replace(/:(\w+)/g, '{$1}');

/** One path item a path, one operation a method. */
export function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(operations, ({ path }) => openApiPath(path));
  return Object.fromEntries(
    [...byPath].map(([path, group]) => [
      path,
      Object.fromEntries(group.map((operation) => [operation.method, describe(operation)])),
    ]),
  );
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { name, summary, path, params, query, body, headers, access, success, also = {} } = operation;
  return {
    operationId: name,
    summary,
    tags: [tagOf(path)],
    security: access === 'host' ? [{ session: [] }] : [],
    requestParams: {
      ...(params && { path: params as ZodObject }),
      ...(query && { query: query as ZodObject }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: { required: !body.safeParse({}).success, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [success.status]: successOf(operation),
      ...Object.fromEntries(Object.entries(also).map(([status, description]) => [status, { description }])),
      ...problemAnswers(codesOf(operation), isPage(path)),
    },
  };
}

function successOf({ success }: Operation): ZodOpenApiResponseObject {
  const { status, description, schema, type = 'application/json' } = success;
  if (status === 303)
    return { description, headers: { Location: { required: true, schema: { type: 'string' as const } } } };
  return { description, ...(schema && { content: { [type.split(';')[0] ?? type]: { schema } } }) };
}

/** An operation's own problems, and those that what it takes brings with it. */
export function codesOf({ method, params, access, problems = [] }: Operation): ProblemCode[] {
  return [
    ...problems,
    ...(access === 'host' ? (['unauthenticated'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...(method === 'get' ? [] : (['forbidden_origin', 'malformed', 'request_timeout', 'too_large'] as const)),
    // For every query: a character that cannot be stored is refused anywhere.
    'validation_failed',
    'rate_limited',
    'internal',
    'unavailable',
  ];
}

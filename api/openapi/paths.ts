import type { ZodObject } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Operation } from '../operation.ts';
import { isPage } from '../page-kinds.ts';
import type { ProblemCode } from '../problem.ts';
import { problemAnswers } from './problem-answers.ts';

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

/** How who asks proves who they are. */
const SECURITY = {
  open: [],
  host: [{ session: [] }, { apiKey: [] }],
  session: [{ session: [] }],
} satisfies Record<Operation['access'], Record<string, string[]>[]>;

const FILE = { type: 'string', format: 'binary' } as const;

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { name, summary, path, params, query, body, takes, headers, access, success, also = {} } = operation;
  return {
    operationId: name,
    summary,
    tags: [tagOf(path)],
    security: SECURITY[access],
    requestParams: {
      ...(params && { path: params as ZodObject }),
      ...(query && { query: query as ZodObject }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: { required: !body.safeParse({}).success, content: { 'application/json': { schema: body } } },
    }),
    ...(takes && {
      requestBody: {
        required: true,
        content: Object.fromEntries(takes.map((type) => [type, { schema: FILE }])),
      },
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
    ...(access === 'open' ? [] : (['unauthenticated'] as const)),
    ...(access === 'host' && method !== 'get' ? (['read_only_key'] as const) : []),
    ...(access === 'session' ? (['session_required'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...(method === 'get' ? [] : (['forbidden_origin', 'malformed', 'request_timeout', 'too_large'] as const)),
    // For every query: a character that cannot be stored is refused anywhere.
    'validation_failed',
    'rate_limited',
    'internal',
    'unavailable',
  ];
}

/** Parts of the API in the order they are read, with the paths that belong to each. */
export const TAGS = [
  { name: 'Booking a time', description: 'What a guest does; no login.', paths: /^\/api\/v1\/public\/[^/]+(\/|$)/ },
  { name: 'Bookings', description: 'What a host does with bookings.', paths: /^\/api\/v1\/bookings/ },
  { name: 'Event types', description: 'What can be booked.', paths: /^\/api\/v1\/event-types/ },
  {
    name: 'Schedules',
    description: 'When a host is there, and which days are public holidays.',
    paths: /^\/api\/v1\/(schedules|holidays)/,
  },
  {
    name: 'Calendars',
    description: 'Other appointments of a host, which block times.',
    paths: /^\/api\/v1\/calendars/,
  },
  { name: 'Meeting platforms', description: 'Zoom, Microsoft Teams, Google Meet.', paths: /^\/api\/v1\/integrations/ },
  { name: 'Account', description: 'The logged-in host.', paths: /^\/(api\/v1\/me|calendar)(\/|$)/ },
  {
    name: 'Webhooks',
    description: 'What a host’s own systems are told of, signed by the Standard Webhooks specification.',
    paths: /^\/api\/v1\/webhooks/,
  },
  { name: 'API keys', description: 'For a host’s programs.', paths: /^\/api\/v1\/api-keys/ },
  {
    name: 'Logging in',
    description: 'Sessions by cookie, and the mailed links and other accounts that begin them.',
    paths: /^\/api\/auth\//,
  },
  { name: 'For the platforms', description: 'Called by providers, not by programs.', paths: /^\/(oauth|webhooks)\// },
  { name: 'Health', description: 'For operators.', paths: /^\// },
] as const;

/** The part a path belongs to. */
const tagOf = (path: string) => TAGS.find(({ paths }) => paths.test(path))?.name ?? 'Health';

import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { cookieName } from '../auth/cookies.ts';
import type { Operation } from '../operation.ts';
import { pathsOf, TAGS } from './paths.ts';
import { problemAnswers, problemExamples } from './problem-answers.ts';

const DESCRIPTION = `Booking pages whose every confirmed booking gets a real conference.

Bodies are JSON; instants are RFC 3339 in UTC; lists are \`{ items, nextCursor }\`. Errors are RFC 9457 with a stable
\`code\`. Hosts are logged in by a cookie, their programs by an API key
(\`Authorization: Bearer insytical_…\`, made under Account): a key of scope \`read\` makes GET requests only, and no key
reaches what is marked as needing a login in person. A guest's booking opens by its token. Unsafe requests from browsers must come
from our own pages; programs send neither Origin nor Sec-Fetch-Site. Bodies with a \`revision\` are refused as \`stale\`
once the booking was changed. Bookings take an \`Idempotency-Key\`.`;

const ownPaths: ZodOpenApiPathsObject = {
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This document',
      tags: ['Health'],
      security: [],
      responses: {
        '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        ...problemAnswers(['rate_limited', 'internal', 'unavailable']),
      },
    },
  },
};

/** The OpenAPI document of these operations. `baseUrl` is where we are reached. */
export function describeApi(operations: readonly Operation[], baseUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Insytical scheduler', version: '1', description: DESCRIPTION },
    servers: [{ url: baseUrl }],
    tags: TAGS.map(({ name, description }) => ({ name, description })),
    paths: { ...pathsOf(operations), ...ownPaths },
    components: {
      examples: problemExamples(),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName({ PUBLIC_URL: baseUrl }, 'better-auth.session_token'),
        },
      },
    },
  });
}

export type ApiDocument = ReturnType<typeof describeApi>;

import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { email, timeZone } from '../shared/schema.ts';

export const password = z.string().min(8).max(128);
// better-auth answers more than pages and programs need.
const user = z.looseObject({ id: z.string(), email: z.string(), name: z.string(), handle: z.string().optional() });
const session = z.looseObject({ user, session: z.looseObject({ id: z.string(), expiresAt: z.string() }) });
const ownProblem = z
  .looseObject({ code: z.string().optional(), message: z.string().optional() })
  .meta({ id: 'AuthProblem' });

export const setsCookie = { 'Set-Cookie': { schema: { type: 'string' as const } } };
const refusals = {
  default: {
    description: 'A refusal in better-auth’s own words, or a problem of ours (limits, foreign origin, unavailable)',
    content: { 'application/json': { schema: ownProblem }, 'application/problem+json': {} },
  },
};

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answers: ZodOpenApiOperationObject['responses'];
}

/** A route of better-auth in our words. */
export const described = ({ operationId, summary, body, query, answers }: Described): ZodOpenApiOperationObject => ({
  operationId,
  summary,
  tags: ['Logging in'],
  security: [],
  ...(query && { requestParams: { query } }),
  ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
  responses: { ...answers, ...refusals },
});

const signedIn = {
  '200': {
    description: 'Logged in: the answer sets the session’s cookie',
    headers: setsCookie,
    content: { 'application/json': { schema: z.looseObject({ user }) } },
  },
};

/** The login routes that pages and programs use, in short; better-auth documents the rest. */
export const authPaths: ZodOpenApiPathsObject = {
  '/api/auth/sign-up/email': {
    post: described({
      operationId: 'signUp',
      summary: 'Make an account; logs in at once',
      body: z
        .object({ name: z.string(), email, password, timeZone: timeZone.optional() })
        .meta({ id: 'SignUp', examples: [{ name: 'Ann Lee', email: 'ann@example.com', password: 'a long password' }] }),
      answers: signedIn,
    }),
  },
  '/api/auth/sign-in/email': {
    post: described({
      operationId: 'logIn',
      summary: 'Log in by e-mail address and password',
      body: z
        .object({ email, password: z.string() })
        .meta({ id: 'LogIn', examples: [{ email: 'ann@example.com', password: 'a long password' }] }),
      answers: signedIn,
    }),
  },
  '/api/auth/sign-in/magic-link': {
    post: described({
      operationId: 'mailLoginLink',
      summary: 'Mail a link that logs in once, within 15 minutes',
      body: z
        .object({ email, callbackURL: z.string().optional(), errorCallbackURL: z.string().optional() })
        .meta({ id: 'MailLoginLink', examples: [{ email: 'ann@example.com', callbackURL: '/bookings' }] }),
      answers: {
        '200': {
          description: 'On its way',
          content: { 'application/json': { schema: z.looseObject({ status: z.boolean() }) } },
        },
      },
    }),
  },
  '/api/auth/magic-link/verify': {
    get: described({
      operationId: 'useLoginLink',
      summary: 'Where a mailed link leads',
      query: z.object({
        token: z.string(),
        callbackURL: z.string().optional(),
        errorCallbackURL: z.string().optional(),
      }),
      answers: { '302': { description: 'Logged in, or why not', headers: setsCookie } },
    }),
  },
  '/api/auth/get-session': {
    get: described({
      operationId: 'readSession',
      summary: 'Who is logged in, or null',
      answers: {
        '200': { description: 'The session', content: { 'application/json': { schema: session.nullable() } } },
      },
    }),
  },
  '/api/auth/sign-out': {
    post: described({
      operationId: 'logOut',
      summary: 'End the session',
      answers: {
        '200': {
          description: 'Logged out',
          headers: setsCookie,
          content: { 'application/json': { schema: z.looseObject({ success: z.boolean() }) } },
        },
      },
    }),
  },
};

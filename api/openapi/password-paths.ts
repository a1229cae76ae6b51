import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { email } from '../shared/schema.ts';
import { described, password, setsCookie } from './auth-paths.ts';

const done = (description: string) => ({
  '200': { description, content: { 'application/json': { schema: z.looseObject({ status: z.boolean() }) } } },
});

/** How a host gets another password. */
export const passwordPaths: ZodOpenApiPathsObject = {
  '/api/auth/request-password-reset': {
    post: described({
      operationId: 'mailPasswordLink',
      summary: 'Mail a link that sets a new password once, within an hour',
      body: z
        .object({ email, redirectTo: z.string().optional() })
        .meta({ id: 'MailPasswordLink', examples: [{ email: 'ann@example.com', redirectTo: '/login' }] }),
      answers: done('On its way, if there is an account with the address; it is not said whether'),
    }),
  },
  '/api/auth/reset-password': {
    post: described({
      operationId: 'setPassword',
      summary: 'Set a new password by the token of a mailed link; ends every session of the account',
      body: z
        .object({ newPassword: password, token: z.string() })
        .meta({ id: 'SetPassword', examples: [{ newPassword: 'a longer password', token: 'of the link' }] }),
      answers: done('Set'),
    }),
  },
  '/api/auth/change-password': {
    post: described({
      operationId: 'changePassword',
      summary: 'Change the password of whoever is logged in',
      body: z
        .object({ currentPassword: z.string(), newPassword: password, revokeOtherSessions: z.boolean().optional() })
        .meta({
          id: 'ChangePassword',
          examples: [{ currentPassword: 'a long password', newPassword: 'a longer password' }],
        }),
      answers: {
        '200': {
          description: 'Changed; where other sessions were ended, the answer sets a new cookie',
          headers: setsCookie,
          content: { 'application/json': { schema: z.looseObject({}) } },
        },
      },
    }),
  },
};

import { User } from '#db/entities/user.ts';
import { networkOf } from '../client-address.ts';
import { openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { authHeaders, withCookies } from './call-auth.ts';
import { guess } from './guesses.ts';
import { mailLink } from './mail-link.ts';
import { followLink } from './mailed-links.ts';
import { currentSession, loggedIn, logInBody, loginLinkBody, useLinkBody } from './schema.ts';
import { currentHost } from './session.ts';

export const logIn = openOperation({
  method: 'post',
  path: '/api/auth/sign-in/email',
  name: 'logIn',
  summary: 'Log in by e-mail address and password',
  body: logInBody,
  success: { status: 200, description: 'Logged in: the answer sets the session’s cookie', schema: loggedIn },
  problems: ['login_failed'],
  async handle({ deps, em, ctx, body }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const enter = () =>
      withCookies(ctx, deps.auth.api.signInEmail({ body, headers: authHeaders(ctx), returnHeaders: true }));
    const { user } = await guess({ deps, em, ctx }, body.email, enter, () => new Problem('login_failed'));
    const { id, email, name } = user;
    return { user: { id, email, name } };
  },
});

export const mailLoginLink = openOperation({
  method: 'post',
  path: '/api/auth/sign-in/magic-link',
  name: 'mailLoginLink',
  summary:
    'Mail a link that logs in once, within 10 minutes; an address without an account is mailed a link to sign up',
  body: loginLinkBody,
  success: { status: 204, description: 'On its way; it is not said whether there is an account' },
  handle: ({ body: { email, to }, ...call }) => mailLink(call, 'login', email, to),
});

export const useLoginLink = openOperation({
  method: 'post',
  path: '/api/auth/magic-link/verify',
  name: 'useLoginLink',
  summary: 'Log in by the mailed link’s token, once',
  body: useLinkBody,
  success: { status: 200, description: 'Logged in: the answer sets the session’s cookie', schema: loggedIn },
  problems: ['link_expired'],
  async handle({ deps, em, ctx, body: { token } }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const email = await followLink(em, 'login', token);
    const user = await em.findOne(User, { email, emailVerified: true, eraseAskedAt: null });
    if (user === null) throw new Problem('link_expired');
    const { id, name } = user;
    const asked = deps.auth.api.beginSession({ body: { userId: id }, headers: authHeaders(ctx), returnHeaders: true });
    if (!(await withCookies(ctx, asked)).isBegun) throw new Problem('link_expired');
    return { user: { id, email, name } };
  },
});

export const readSession = openOperation({
  method: 'get',
  path: '/api/auth/get-session',
  name: 'getSession',
  summary: 'Who is logged in, or null: unlike elsewhere, a no is no problem',
  success: { status: 200, description: 'The host’s id, or null', schema: currentSession },
  async handle({ deps, ctx }) {
    const host = await currentHost(deps, ctx);
    return host && { user: { id: host.id } };
  },
});

export const logOut = openOperation({
  method: 'post',
  path: '/api/auth/sign-out',
  name: 'logOut',
  summary: 'End the session',
  success: { status: 204, description: 'Logged out' },
  async handle({ deps, ctx }) {
    await withCookies(ctx, deps.auth.api.signOut({ headers: authHeaders(ctx), returnHeaders: true }));
  },
});

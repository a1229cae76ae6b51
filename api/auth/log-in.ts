import { User } from '#db/entities/user.ts';
import { networkOf } from '../client-address.ts';
import { openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { authHeaders, withCookies } from './call-auth.ts';
import { guess } from './guesses.ts';
import { startLoggingInWith } from './log-in-with.ts';
import { mailLink } from './mail-link.ts';
import { followLink } from './mailed-links.ts';
import { currentSession, logInAnswer, logInBody, loginLinkBody, useLinkBody } from './schema.ts';
import { enter } from './second-step.ts';
import { currentHost } from './session.ts';

const ENTERED =
  'Logged in: the answer sets the session’s cookie. Or a code is asked for next: then it sets a cookie for that step';

export const logIn = openOperation({
  method: 'post',
  path: '/api/auth/sign-in/email',
  name: 'logIn',
  summary: 'Log in by e-mail address and password',
  body: logInBody,
  success: { status: 200, description: ENTERED, schema: logInAnswer },
  problems: ['login_failed'],
  async handle({ deps, em, ctx, body }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const check = () => deps.auth.api.checkPassword({ body });
    const { userId } = await guess({ deps, em, ctx }, body.email, check, () => new Problem('login_failed'));
    const user = await em.findOne(User, { id: userId, eraseAskedAt: null });
    const answer = user && (await enter({ deps, em, ctx }, user));
    if (answer === null) throw new Problem('login_failed');
    return answer;
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
  handle: ({ body: { email, to }, ...call }) => mailLink(call, 'login', email, { to }),
});

export const useLoginLink = openOperation({
  method: 'post',
  path: '/api/auth/magic-link/verify',
  name: 'useLoginLink',
  summary: 'Log in by the mailed link’s token, once',
  body: useLinkBody,
  success: { status: 200, description: ENTERED, schema: logInAnswer },
  problems: ['link_expired'],
  async handle({ deps, em, ctx, body: { token } }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const { email, login } = await followLink(em, 'login', token);
    const user = await em.findOne(User, { email, emailVerified: true, eraseAskedAt: null });
    if (user !== null && login !== undefined) await startLoggingInWith(deps, user, login);
    const answer = user && (await enter({ deps, em, ctx }, user));
    if (answer === null) throw new Problem('link_expired');
    return answer;
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

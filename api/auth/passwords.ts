import { User } from '#db/entities/user.ts';
import { says } from '#messages/says.ts';
import { networkOf } from '../client-address.ts';
import { openOperation, sessionOperation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { authHeaders, hashInTurn, withCookies } from './call-auth.ts';
import { guess } from './guesses.ts';
import { mailLink } from './mail-link.ts';
import { readLink, followLink } from './mailed-links.ts';
import { checkPassword } from './password-rules.ts';
import { changePasswordBody, passwordLinkBody, resetPasswordBody } from './schema.ts';

export const mailPasswordLink = openOperation({
  method: 'post',
  path: '/api/auth/request-password-reset',
  name: 'mailPasswordLink',
  summary:
    'Mail a link that sets a new password once, within an hour; an address without an account is mailed a link to sign up',
  body: passwordLinkBody,
  success: { status: 204, description: 'On its way; it is not said whether there is an account' },
  handle: ({ body: { email }, ...call }) => mailLink(call, 'password', email),
});

export const resetPassword = openOperation({
  method: 'post',
  path: '/api/auth/reset-password',
  name: 'setPassword',
  summary: 'Set a new password by the mailed link’s token; ends every session and every mailed link of the account',
  body: resetPasswordBody,
  success: { status: 204, description: 'Set; the owner is told by mail' },
  problems: ['link_expired'],
  async handle({ deps, em, ctx, body: { token, newPassword } }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    checkPassword('/newPassword', newPassword, (await readLink(em, 'password', token)).email);
    await hashInTurn(deps.auth.hashing, ctx, async () => {
      const { email } = await followLink(em, 'password', token);
      const user = await em.findOne(User, { email, eraseAskedAt: null });
      if (user === null) throw new Problem('link_expired');
      await deps.auth.api.replacePassword({ body: { userId: user.id, newPassword } });
      user.emailVerified = true;
      await em.flush();
      await deps.auth.followNewPassword(user);
    });
  },
});

export const changePassword = sessionOperation({
  method: 'post',
  path: '/api/auth/change-password',
  name: 'changePassword',
  summary: 'Change the password; ends every other session and every mailed link of the account',
  body: changePasswordBody,
  success: { status: 204, description: 'Changed: the answer sets a new cookie, the owner is told by mail' },
  async handle({ deps, em, ctx, host, body }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const user = await em.findOneOrFail(User, { id: host.id });
    checkPassword('/newPassword', body.newPassword, user.email);
    const change = () =>
      withCookies(
        ctx,
        deps.auth.api.changePassword({
          body: { ...body, revokeOtherSessions: true },
          headers: authHeaders(ctx),
          returnHeaders: true,
        }),
      );
    await guess({ deps, em, ctx }, user.email, change, (code) =>
      invalid('/currentPassword', code === 'CREDENTIAL_ACCOUNT_NOT_FOUND' ? NO_PASSWORD : WRONG_PASSWORD),
    );
    await deps.auth.followNewPassword(user);
  },
});

const NO_PASSWORD = says('said.password_none');
const WRONG_PASSWORD = says('said.password_current');

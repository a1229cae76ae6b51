import type { z } from 'zod';
import { addLogin } from '#commands/hosts/logins.ts';
import { User } from '#db/entities/user.ts';
import { readableEmail } from '#mail/addresses.ts';
import { says } from '#messages/says.ts';
import { networkOf } from '../client-address.ts';
import { type Call, openOperation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { authHeaders, hashInTurn, withCookies } from './call-auth.ts';
import { mailLink } from './mail-link.ts';
import { readLink, followLink } from './mailed-links.ts';
import { checkPassword } from './password-rules.ts';
import { finishSignUpBody, loggedIn, signUpBody } from './schema.ts';

type Asking = Pick<Call<unknown, unknown, unknown>, 'deps' | 'em' | 'ctx'>;

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password?: string | undefined;
  readonly timeZone?: string | undefined;
}

export const signUp = openOperation({
  method: 'post',
  path: '/api/auth/sign-up/email',
  name: 'signUp',
  summary:
    'Mail a link that makes an account with this address, within a day; one that has an account is mailed a login link',
  body: signUpBody,
  success: { status: 204, description: 'On its way; it is not said whether there is an account' },
  also: {
    200: 'Development and tests only, where `DEV_INSTANT_SIGN_UP` is set and a name and a password came: made and logged in',
  },
  answersItself: true,
  async handle(call) {
    const { deps, ctx, body } = call;
    if (deps.config.DEV_INSTANT_SIGN_UP && body.password !== undefined) {
      ctx.type = 'application/json';
      ctx.body = JSON.stringify(await signUpAtOnce(call, body));
    } else {
      await mailLink(call, 'sign-up', body.email);
      ctx.status = 204;
    }
  },
});

export const finishSignUp = openOperation({
  method: 'post',
  path: '/api/auth/sign-up/finish',
  name: 'finishSignUp',
  summary: 'Make the account by the mailed link’s token; logs in at once',
  body: finishSignUpBody,
  success: { status: 200, description: 'Made and logged in: the answer sets the session’s cookie', schema: loggedIn },
  problems: ['link_expired'],
  async handle({ deps, em, ctx, body: { token, ...account } }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const { email, login } = await readLink(em, 'sign-up', token);
    if (account.password !== undefined) checkPassword('/password', account.password, email);
    else if (login === undefined) throw invalid('/password', says('said.required'));
    if ((await em.count(User, { email })) > 0) throw new Problem('link_expired');
    return hashInTurn(deps.auth.hashing, ctx, async () => {
      await followLink(em, 'sign-up', token);
      const made = await createAccount({ deps, em, ctx }, { ...account, email });
      if (made === null) throw new Problem('link_expired');
      if (login !== undefined) await addLogin(deps, { hostId: made.user.id, ...login });
      return made;
    });
  },
});

/** Sign-up without proof of the address, where `DEV_INSTANT_SIGN_UP` allows it. @throws Problem `validation_failed` */
async function signUpAtOnce(
  { deps, em, ctx }: Asking,
  { email, name, password = '', timeZone }: z.output<typeof signUpBody>,
) {
  await deps.limits.spend('instantSignUp', networkOf(ctx.ip));
  if (name === undefined) throw invalid('/name', says('said.required'));
  checkPassword('/password', password, email);
  const account = { email: email.toLowerCase(), name, password, timeZone };
  const made = await hashInTurn(deps.auth.hashing, ctx, () => createAccount({ deps, em, ctx }, account));
  if (made === null) throw invalid('/email', says('said.email_taken'));
  return made;
}

/** Makes an account and logs in. Null where the address has one already. */
async function createAccount({ deps, em, ctx }: Asking, { timeZone, ...account }: NewAccount) {
  const body = { ...account, ...(timeZone !== undefined && { timeZone }) };
  try {
    const asked = deps.auth.api.createHost({ body, headers: authHeaders(ctx), returnHeaders: true });
    const { user } = await withCookies(ctx, asked);
    return { user: { ...user, email: readableEmail(user.email) } };
  } catch (error) {
    // Of two requests at the same moment Postgres takes one.
    if (isTwin(error) && (await em.count(User, { email: account.email })) > 0) return null;
    throw error;
  }
}

/** Postgres' unique_violation. */
const isTwin = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';

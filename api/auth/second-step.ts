import { checkSecondFactor, isAppCode, isTwoFactorOn } from '#commands/hosts/check-second-factor.ts';
import { User } from '#db/entities/user.ts';
import { says } from '#messages/says.ts';
import { networkOf } from '../client-address.ts';
import { type Call, openOperation } from '../operation.ts';
import { invalid, Problem } from '../problem.ts';
import { authHeaders, withCookies } from './call-auth.ts';
import { readCookie, setCookie } from './cookies.ts';
import { spendGuess } from './guesses.ts';
import { makeLink, readLink, followLink } from './mailed-links.ts';
import { loggedIn, secondStepBody } from './schema.ts';

type Asking = Pick<Call<unknown, unknown, unknown>, 'deps' | 'em' | 'ctx'>;
type Entering = Pick<User, 'id' | 'email' | 'name'>;

const COOKIE = 'login_step';
const SECONDS = 600;

/**
 * Continues a login whose password or mailed link was right: begins the session, or, where two-step verification is
 * on, leaves a cookie by which `finishLogin` knows the browser.
 * @returns null for an account that no longer accepts logins
 */
export async function enter({ deps, em, ctx }: Asking, user: Entering) {
  if (!(await isTwoFactorOn(deps, user.id))) {
    const entered = await beginSession({ deps, em, ctx }, user);
    return entered && { ...entered, codeRequired: false };
  }
  setCookie(ctx, deps.config, COOKIE, await makeLink(em, 'second-step', user.email), SECONDS);
  return { user: null, codeRequired: true };
}

async function beginSession({ deps, ctx }: Asking, { id, email, name }: Entering) {
  const asked = deps.auth.api.beginSession({ body: { userId: id }, headers: authHeaders(ctx), returnHeaders: true });
  const { isBegun } = await withCookies(ctx, asked);
  return isBegun ? { user: { id, email, name } } : null;
}

export const finishLogin = openOperation({
  method: 'post',
  path: '/api/auth/two-factor/verify',
  name: 'finishLogin',
  summary: 'The second step of a login: a code of the authenticator app, or a backup code; each works once',
  body: secondStepBody,
  success: { status: 200, description: 'Logged in: the answer sets the session’s cookie', schema: loggedIn },
  problems: ['login_expired'],
  async handle({ deps, em, ctx, body: { code } }) {
    await deps.limits.spend('login', networkOf(ctx.ip));
    const token = readCookie(ctx, deps.config, COOKIE);
    if (token === undefined) throw new Problem('login_expired');
    const { email } = await readLink(em, 'second-step', token).catch(expired);
    const user = await em.findOne(User, { email, eraseAskedAt: null });
    if (user === null) throw new Problem('login_expired');
    const giveBack = isAppCode(code) ? await spendGuess({ deps, em, ctx }, 'wrongCode', email) : nothing;
    const checked = await checkSecondFactor(deps, { hostId: user.id, code });
    if (checked === 'wrong') throw invalid('/code', WRONG);
    await giveBack();
    if (checked === 'used') throw invalid('/code', USED);
    await followLink(em, 'second-step', token).catch(expired);
    const entered = await beginSession({ deps, em, ctx }, user);
    if (entered === null) throw new Problem('login_expired');
    setCookie(ctx, deps.config, COOKIE, '', 0);
    if (checked === 'backup') await deps.auth.tellOwner(user, 'backup_code_used');
    return entered;
  },
});

const nothing = async () => {};

const WRONG = says('said.code_wrong');
const USED = says('said.code_used');

function expired(error: unknown): never {
  throw error instanceof Problem ? new Problem('login_expired') : error;
}

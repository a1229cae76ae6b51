import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { addLogin } from '#commands/hosts/logins.ts';
import { AuthAccount } from '#db/entities/auth.ts';
import { User } from '#db/entities/user.ts';
import type { Identity, LoginProvider } from '#providers/login.ts';
import { ProviderError } from '#providers/provider-error.ts';
import { readJson } from '#providers/json-text.ts';
import { networkOf } from '../client-address.ts';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { type Call, openOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { email as emailAddress } from '../shared/schema.ts';
import { toProblem } from '../to-problem.ts';
import { readCookie, setCookie } from './cookies.ts';
import { mailLink } from './mail-link.ts';
import { type CarriedLogin, makeLink } from './mailed-links.ts';
import { loginProviderList, loginProviderParams, ownPath, startLoginQuery } from './schema.ts';
import { enter } from './second-step.ts';
import { currentHost } from './session.ts';
import type { Owner } from './tell-owner.ts';

type Asking = Pick<Call<unknown, unknown, unknown>, 'deps' | 'em' | 'ctx'>;

const COOKIE = 'login_attempt';
const SECONDS = 600;

/** What the browser keeps while it is at the provider. */
const attempt = z.object({
  provider: z.string(),
  state: z.string(),
  codeVerifier: z.string(),
  /** The page it leads to. */
  to: ownPath,
  /** The host who adds the account to theirs; left out at a login. */
  hostId: z.uuid().optional(),
});
type Attempt = z.output<typeof attempt>;

export const listLoginProviders = openOperation({
  method: 'get',
  path: '/api/auth/login-providers',
  name: 'listLoginProviders',
  summary: 'Whose accounts hosts may log in with here',
  success: { status: 200, description: 'None, one or several', schema: loginProviderList },
  handle: async ({ deps }) => ({ items: deps.auth.loginProviders.map(({ id, name }) => ({ id, name })) }),
});

export const startLogin = openOperation({
  method: 'get',
  path: '/api/auth/sign-in/with/:provider',
  name: 'startLogin',
  summary: 'Log in, or make an account, with an account of Google or Microsoft',
  params: loginProviderParams,
  query: startLoginQuery,
  success: { status: 303, description: 'To the provider' },
  answersItself: true,
  problems: ['not_found'],
  async handle({ deps, ctx, params, query: { to = '/bookings' } }) {
    sendTo(ctx, beginAttempt(deps, ctx, { provider: params.provider, to }));
  },
});

/** Where the browser goes to show who it is; it keeps the attempt, which works there alone and once. @throws Problem `not_found` */
export function beginAttempt(
  deps: ApiDeps,
  ctx: ApiContext,
  given: Pick<Attempt, 'provider' | 'to' | 'hostId'>,
): string {
  const provider = findProvider(deps, given.provider);
  const secrets = { state: randomBytes(32).toString('base64url'), codeVerifier: randomBytes(48).toString('base64url') };
  const kept = Buffer.from(JSON.stringify({ ...given, ...secrets })).toString('base64url');
  setCookie(ctx, deps.config, COOKIE, kept, SECONDS);
  return provider.authorizeUrl({ ...secrets, redirectUri: callbackOf(deps, provider) }).href;
}

export const followLogin = openOperation({
  method: 'get',
  path: '/api/auth/callback/:provider',
  name: 'followLogin',
  summary: 'Where Google or Microsoft sends the browser back; works once for each attempt',
  params: loginProviderParams,
  success: { status: 303, description: 'Logged in, or to the page that says what comes next' },
  answersItself: true,
  problems: ['not_found', 'method_not_allowed'],
  async handle({ deps, em, ctx, params }) {
    // The router answers HEAD by GET's handler, but looking ahead must not use up the code.
    if (ctx.method !== 'GET') {
      ctx.set('Allow', 'GET');
      throw new Problem('method_not_allowed');
    }
    const provider = findProvider(deps, params.provider);
    const kept = readAttempt(deps, ctx, provider);
    setCookie(ctx, deps.config, COOKIE, '', 0);
    const page = kept?.hostId === undefined ? '/login' : '/user/account';
    try {
      await deps.limits.spend('login', networkOf(ctx.ip));
      if (kept === null) throw new Problem('login_expired');
      const callback = new URL(ctx.url, deps.config.PUBLIC_URL);
      const identity = await provider.identify(callback, { ...kept, redirectUri: callbackOf(deps, provider) });
      const parsed = emailAddress.safeParse(identity.email);
      if (!parsed.success) throw new Problem('login_failed');
      sendTo(ctx, await arrive({ deps, em, ctx }, kept, { ...identity, email: parsed.data }));
    } catch (error) {
      sendTo(ctx, `${page}?${new URLSearchParams({ failed: codeOf(error), with: provider.id })}`);
    }
  },
});

/** @returns the page to go on with @throws Problem `login_failed`, `rate_limited`; what a mail may be refused with */
async function arrive(call: Asking, kept: Attempt, identity: Identity): Promise<string> {
  if (kept.hostId !== undefined) return addToAccount(call, kept.hostId, kept, identity);
  const { deps, em } = call;
  const known = await em.findOne(AuthAccount, { providerId: kept.provider, accountId: identity.accountId });
  if (known !== null) return enterAs(call, await em.findOne(User, { id: known.user, eraseAskedAt: null }), kept.to);
  const owner = await em.findOne(User, { email: identity.email, eraseAskedAt: null });
  const login = { provider: kept.provider, accountId: identity.accountId, name: identity.name };
  if (!identity.isEmailProven || (owner !== null && !owner.emailVerified)) {
    await mailLink(call, owner === null ? 'sign-up' : 'login', identity.email, { to: kept.to, login });
    return `/login?${new URLSearchParams({ mailed: kept.provider })}`;
  }
  if (owner === null) {
    const token = await makeLink(em, 'sign-up', identity.email, { login });
    return `/login?${new URLSearchParams({ mode: 'finish', token, to: kept.to })}`;
  }
  await startLoggingInWith(deps, owner, login);
  return enterAs(call, owner, kept.to);
}

async function enterAs(call: Asking, user: User | null, to: string): Promise<string> {
  const entered = user && (await enter(call, user));
  if (entered === null) throw new Problem('login_failed');
  return entered.codeRequired ? `/login?${new URLSearchParams({ mode: 'code', to })}` : to;
}

async function addToAccount(
  { deps, em, ctx }: Asking,
  hostId: string,
  { provider, to }: Attempt,
  { accountId }: Identity,
): Promise<string> {
  const host = await currentHost(deps, ctx);
  // Another host has logged in meanwhile.
  if (host?.id !== hostId) throw new Problem('login_expired');
  const owner = await em.findOneOrFail(User, { id: hostId });
  const isAdded = await startLoggingInWith(deps, owner, { provider, accountId });
  return `${to}?${new URLSearchParams(isAdded ? { added: provider } : { failed: 'login_taken', with: provider })}`;
}

/** From now on this account logs in to the owner's, who is told. @returns false where it logs in to another's already */
export async function startLoggingInWith(
  deps: ApiDeps,
  owner: Owner,
  login: Pick<CarriedLogin, 'provider' | 'accountId'>,
): Promise<boolean> {
  const isAdded = await addLogin(deps, { hostId: owner.id, ...login });
  if (isAdded) await deps.auth.tellOwner(owner, 'login_added');
  return isAdded;
}

function findProvider({ auth }: ApiDeps, id: string): LoginProvider {
  const provider = auth.loginProviders.find((one) => one.id === id);
  if (provider === undefined) throw new Problem('not_found');
  return provider;
}

/** Each provider has a callback of its own, so that one provider's code never reaches another's (RFC 9700 §2.1). */
const callbackOf = ({ config }: ApiDeps, { id }: LoginProvider) => `${config.PUBLIC_URL}/api/auth/callback/${id}`;

/** Null where the browser began none here within ten minutes, or one elsewhere since. */
function readAttempt({ config }: ApiDeps, ctx: ApiContext, { id }: LoginProvider): Attempt | null {
  const text = readCookie(ctx, config, COOKIE);
  if (text === undefined) return null;
  const read = attempt.safeParse(readJson(Buffer.from(text, 'base64url')));
  return read.success && read.data.provider === id && read.data.state === ctx.URL.searchParams.get('state')
    ? read.data
    : null;
}

function sendTo(ctx: ApiContext, page: string): void {
  ctx.redirect(page);
  ctx.status = 303;
}

/** What the page says went wrong. */
function codeOf(error: unknown): string {
  if (error instanceof ProviderError) return error.facts.code;
  const { code } = toProblem(error);
  if (code === 'internal') throw error;
  return code;
}

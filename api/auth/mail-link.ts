import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { AccountMail } from '#mail/message.ts';
import { HOST_LANGUAGES } from '#messages/languages.ts';
import { networkOf } from '../client-address.ts';
import type { ApiContext } from '../context.ts';
import type { ApiDeps } from '../deps.ts';
import { readerOf } from '../pages/reader.ts';
import { rememberAsker } from './asking-browser.ts';
import { type CarriedLogin, type LinkKind, makeLink } from './mailed-links.ts';

interface Asking {
  readonly deps: ApiDeps;
  readonly em: Em;
  readonly ctx: ApiContext;
}

interface More {
  /** The page it leads to. */
  readonly to?: string | undefined;
  /** What logs in, too, once the link is followed. */
  readonly login?: CarriedLogin;
}

/** The pages of the mailed links. */
const MODES: Readonly<Record<LinkKind, string>> = { 'sign-up': 'finish', login: 'link', password: 'new-password' };

/**
 * Mails the one link that fits: who has no account is led to sign-up, who signs up with an account is led to its login.
 * The asker gets the same answer after the same work, and so is not told which addresses have accounts.
 * @throws Problem `rate_limited`; MailRefused or MailUnavailable
 */
export async function mailLink({ deps, em, ctx }: Asking, wanted: LinkKind, address: string, more: More = {}) {
  const { to, login } = more;
  await deps.limits.spend('login', networkOf(ctx.ip));
  const email = address.toLowerCase();
  const user = await em.findOne(User, { email, eraseAskedAt: null }, { fields: ['emailVerified', 'locale'] });
  const kind = fittingKind(wanted, user);
  const token = await makeLink(em, kind, email, { login });
  const url = new URL('/login', deps.config.PUBLIC_URL);
  url.searchParams.set('mode', MODES[kind]);
  url.searchParams.set('token', token);
  if (to !== undefined) url.searchParams.set('to', to);
  const readerLocale = user?.locale ?? readerOf(ctx, HOST_LANGUAGES).locale;
  await deps.auth.sendMail({ kind: mailOf(wanted, kind), to: email, readerLocale, url: url.href }, wanted, ctx.ip);
  rememberAsker(ctx, deps.config, token);
}

/** Who did not prove the address, in an account made before that was asked, has to set a password of their own first. */
function fittingKind(wanted: LinkKind, user: Pick<User, 'emailVerified'> | null): LinkKind {
  if (user === null) return 'sign-up';
  if (!user.emailVerified) return 'password';
  return wanted === 'sign-up' ? 'login' : wanted;
}

function mailOf(wanted: LinkKind, kind: LinkKind): AccountMail['kind'] {
  if (kind === 'sign-up') return wanted === 'sign-up' ? 'sign_up' : 'no_account';
  return wanted === 'sign-up' && kind === 'login' ? 'account_exists' : kind;
}

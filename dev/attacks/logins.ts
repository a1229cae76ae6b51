import { TOTP } from 'otpauth';
import type { TwoFactorSetUp } from '#api/openapi/client/types.ts';
import { logIn, mailedToken, signUp } from '#dev/clients/host.ts';
import { openSession, type Session } from '#dev/clients/session.ts';
import {
  type Answer,
  type Attack,
  countOf,
  holds,
  newMailbox,
  newNetwork,
  PASSWORD,
  type Target,
  times,
} from './attack.ts';

const tryPassword = ({ ask }: Target, from: string, email: string, password = 'a wrong password') =>
  ask(from, 'POST', '/api/auth/sign-in/email', { email, password });
const statusesOf = (answers: readonly Answer[], wanted: number) =>
  answers.filter(({ status }) => status === wanted).length;
const isLoggedIn = async (session: Pick<Session, 'request'>) =>
  (await session.request('GET', '/api/v1/me')).status === 200;
const hosts = (target: Target, email: string) => target.sql('select 1 from users where email = $1', [email]);

const crowdAtTheLogin: Attack = {
  name: '200 logins at once from twenty addresses',
  async play(target) {
    const { email } = await signUp(target.app, { password: PASSWORD });
    const crowd = Array.from({ length: 200 }, (_, turn) => tryPassword(target, `203.0.113.${turn % 20}`, newMailbox()));
    const meanwhile = await tryPassword(target, newNetwork(), email, PASSWORD);
    const answers = await Promise.all(crowd);
    holds(meanwhile.status === 200 && statusesOf(answers, 429) > 0, [meanwhile.status, countOf(answers)]);
    return `${countOf(answers)}; a host elsewhere is logged in meanwhile`;
  },
};

const oneIpv6Network: Attack = {
  name: '20 wrong logins from one IPv6 address',
  async play(target) {
    const { email } = await signUp(target.app, { password: PASSWORD });
    const guesses = await times(20, (turn) => tryPassword(target, `[2001:db8:1::${turn + 1}]:4711`, newMailbox()));
    const inside = await tryPassword(target, '2001:db8:1::ffff', email, PASSWORD);
    const outside = await tryPassword(target, '2001:db8:2::1', email, PASSWORD);
    holds(outside.status === 200, outside.status);
    return `${countOf(guesses)}, then ${inside.status} to that /64; ${outside.status} to a host of the next one`;
  },
};

const guessing: Attack = {
  name: 'Passwords guessed for one account from many networks',
  async play(target) {
    const { email } = await signUp(target.app, { password: PASSWORD });
    const home = newNetwork();
    await tryPassword(target, home, email, PASSWORD);
    const one = newNetwork();
    const ofOne = await times(30, () => tryPassword(target, one, email));
    const ofMany = await times(120, () => tryPassword(target, newNetwork(), email));
    const atHome = await tryPassword(target, home, email, PASSWORD);
    const tried = statusesOf([...ofOne, ...ofMany], 401);
    holds(tried <= 100 && atHome.status === 200, [tried, atHome.status]);
    return `one network: ${countOf(ofOne)}; 120 more networks: ${countOf(ofMany)}; the host logs in at home`;
  },
};

const afterTheEnd: Attack = {
  name: 'A session, a reset link, a login link used after its end',
  async play(target) {
    const host = await signUp(target.app, { password: PASSWORD });
    const { email } = host;
    const browser = openSession(target.app);
    await browser.json('POST', '/api/auth/request-password-reset', { email });
    const reset = await mailedToken(target.mailbox, email, /password/i);
    await browser.json('POST', '/api/auth/sign-in/magic-link', { email });
    const link = await mailedToken(target.mailbox, email, /log in/i);
    for (const table of ['sessions', 'verifications']) await target.sql(`update ${table} set expires_at = now()`);
    const newPassword = `${PASSWORD} again`;
    const seen = [
      await target.ask(newNetwork(), 'POST', '/api/auth/reset-password', { token: reset, newPassword }),
      await target.ask(newNetwork(), 'POST', '/api/auth/magic-link/verify', { token: link }),
      await host.request('GET', '/api/v1/me'),
    ].map(({ status }) => status);
    holds(seen.join() === '410,410,401', seen);
    await logIn(target.app, { email, password: PASSWORD });
    return `reset link ${seen[0]}, login link ${seen[1]}, session ${seen[2]}`;
  },
};

const mailScanner: Attack = {
  name: 'A mail scanner opens the links of a mail',
  async play(target) {
    const { email } = await signUp(target.app, { password: PASSWORD });
    const browser = openSession(target.app);
    await browser.json('POST', '/api/auth/sign-in/magic-link', { email });
    const { text } = await target.mailbox.awaitMail(email, /log in/i);
    const links = (text.match(/https?:\/\/\S+/g) ?? []).map((link) => new URL(link));
    const token = await mailedToken(target.mailbox, email, /log in/i);
    const scanner = openSession(target.app);
    for (const { pathname, search } of [...links, ...links]) await scanner.request('GET', pathname + search);
    await scanner.request('GET', `/api/auth/magic-link/verify?token=${token}`);
    const scannerIsIn = await isLoggedIn(scanner);
    await browser.json('POST', '/api/auth/magic-link/verify', { token });
    holds(!scannerIsIn && (await isLoggedIn(browser)), { scannerIsIn });
    return `${links.length} links opened twice each: no one was logged in; the button then logs the host in`;
  },
};

const strangersAddress: Attack = {
  name: 'A sign-up with a stranger’s address',
  async play(target) {
    const email = newMailbox();
    const answers = await times(60, () => target.ask(newNetwork(), 'POST', '/api/auth/sign-up/email', { email }));
    await target.mailbox.awaitMail(email, /create your/i);
    const [accounts, mails] = [await hosts(target, email), await target.mailbox.to(email)];
    holds(accounts.length === 0 && mails.length <= 20, [accounts.length, mails.length]);
    return `asked 60 times from as many networks: ${countOf(answers)}; ${mails.length} mails, no account`;
  },
};

const secondStep: Attack = {
  name: 'A code of two-step verification used twice, fifty times at once, or avoided by a mailed link or a reset',
  async play(target) {
    const host = await signUp(target.app, { password: PASSWORD });
    const { email } = host;
    const { secret } = await host.json<TwoFactorSetUp>('POST', '/api/v1/me/two-factor', {});
    const app = new TOTP({ secret });
    await host.json('POST', '/api/v1/me/two-factor/turn-on', { code: app.generate() });
    const afterPassword = async () => {
      const session = openSession(target.app);
      await session.json('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
      return session;
    };
    const [one, other, third] = [await afterPassword(), await afterPassword(), await afterPassword()];
    const code = app.generate({ timestamp: Date.now() + app.period * 1_000 });
    const send = (browser: Session) => browser.request('POST', '/api/auth/two-factor/verify', { code });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, turn) => send(turn % 2 === 0 ? one : other)));
    const again = await send(third);
    const byLink = openSession(target.app);
    const elsewhere = { 'X-Forwarded-For': newNetwork() };
    await byLink.json('POST', '/api/auth/sign-in/magic-link', { email }, elsewhere);
    const token = await mailedToken(target.mailbox, email, /log in/i);
    await byLink.json('POST', '/api/auth/magic-link/verify', { token }, elsewhere);
    const taken = answers.filter((answer) => answer.status === 200).length;
    const isIn = await isLoggedIn(byLink);
    holds(taken === 1 && again.status !== 200 && !isIn, [taken, again.status, isIn]);
    return `taken ${taken} time of 50, then ${again.status}; a mailed link alone logs no one in`;
  },
};

export const LOGINS = [
  crowdAtTheLogin,
  oneIpv6Network,
  guessing,
  afterTheEnd,
  mailScanner,
  strangersAddress,
  secondStep,
];

import { ApiProblem } from '../../shared/api.ts';

/** Sentences for what better-auth answers with; it speaks its own codes, not problem+json. */
const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not belong together.',
  USER_ALREADY_EXISTS: 'There is an account with this address already. Log in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this address already. Log in instead.',
  PASSWORD_TOO_SHORT: 'The password needs at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long.',
  INVALID_EMAIL: 'That is not an e-mail address.',
};

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) throw UNREACHABLE;
  if (response.ok) return;
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  const known = code === undefined ? undefined : WORDS[code];
  if (response.status === 429) throw problem(429, 'rate_limited', 'That was too often. Please wait a minute.');
  throw problem(response.status, 'login_failed', known ?? 'That did not work. Please try again.');
}

const problem = (status: number, code: string, detail: string) =>
  new ApiProblem({ status, code, title: detail, detail, errors: [] });

export const logIn = (email: string, password: string) => post('sign-in/email', { email, password });

const UNREACHABLE = problem(0, 'offline', 'The server cannot be reached. Are you online?');

/** Makes an account with the browser's time zone and logs in. */
export const signUp = (account: { name: string; email: string; password: string; timeZone: string }) =>
  post('sign-up/email', account);

/** Mails a link that logs in; `to` is the page it leads to. */
export const mailLink = (email: string, to: string) =>
  post('sign-in/magic-link', { email, callbackURL: to, errorCallbackURL: '/login' });

/** Whether somebody is logged in; asks in a way that a no is no error. */
export async function hasSession(): Promise<boolean> {
  const response = await fetch('/api/auth/get-session', { headers: { accept: 'application/json' } }).catch(() => null);
  if (response === null) throw UNREACHABLE;
  // An answer we cannot read is left to the first real call.
  return !response.ok || (await response.json()) !== null;
}

export const logOut = () => post('sign-out', {});

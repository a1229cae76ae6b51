import { ApiProblem } from '../../shared/api.ts';

interface Refusal {
  readonly text: string;
  /** The field to blame, as a JSON pointer. */
  readonly pointer?: string;
}

const TAKEN: Refusal = { text: 'There is an account with this address already. Log in instead.', pointer: '/email' };

/** What better-auth refuses with, in our words; it speaks its own codes, not problem+json. */
const REFUSALS: Record<string, Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: { text: 'This e-mail address and password do not belong together.' },
  USER_ALREADY_EXISTS: TAKEN,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: TAKEN,
  PASSWORD_TOO_SHORT: { text: 'The password needs at least 8 characters.', pointer: '/password' },
  PASSWORD_TOO_LONG: { text: 'The password is too long.', pointer: '/password' },
  INVALID_EMAIL: { text: 'That is not an e-mail address.', pointer: '/email' },
  INVALID_PASSWORD: { text: 'This is not your present password.', pointer: '/currentPassword' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    text: 'Your account has no password yet. Have a link mailed to set one.',
    pointer: '/currentPassword',
  },
  INVALID_TOKEN: { text: 'This link was used already or is too old. Ask for a new one.' },
};

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) throw UNREACHABLE;
  if (response.ok) return;
  if (response.status === 429) throw problem(429, 'rate_limited', 'That was too often. Please wait a minute.');
  const { code = '' } = (await response.json().catch(() => ({}))) as { code?: string };
  const refusal = REFUSALS[code];
  if (refusal === undefined && response.status === 401)
    throw problem(401, 'unauthenticated', 'Your session has ended. Please log in again.');
  throw refused(response.status, refusal ?? { text: 'That did not work. Please try again.' });
}

const refused = (status: number, { text, pointer }: Refusal) =>
  new ApiProblem({
    status,
    code: pointer === undefined ? 'login_failed' : 'validation_failed',
    title: text,
    detail: text,
    errors: pointer === undefined ? [] : [{ pointer, detail: text }],
  });

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

/** Mails a link to set a new password, if there is an account with the address; who asks is not told whether. */
export const mailPasswordLink = (email: string) =>
  post('request-password-reset', { email, redirectTo: '/login?mode=new-password' });

/** Sets the password by the token of a mailed link; ends every session of the account. */
export const setPassword = (newPassword: string, token: string) => post('reset-password', { newPassword, token });

/** Changes the password of whoever is logged in, and logs them out everywhere else. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** Whether somebody is logged in; asks in a way that a no is no error. Null when the answer cannot be read. */
export async function knownSession(): Promise<boolean | null> {
  const response = await fetch('/api/auth/get-session', { headers: { accept: 'application/json' } }).catch(() => null);
  if (response === null) throw UNREACHABLE;
  return response.ok ? (await response.json()) !== null : null;
}

/** The same, where an answer we cannot read is left to the first real call. */
export const hasSession = async () => (await knownSession()) !== false;

export const logOut = () => post('sign-out', {});

import type { LogInAnswer } from '#api/auth/schema.ts';
import { api } from '../../shared/api.ts';

/** What a mailed link does. */
export type LinkKind = 'sign-up' | 'login' | 'password';

export interface MailedLink {
  readonly email: string;
  /** Whether this browser asked for it. */
  readonly askedHere: boolean;
  /** As an account at another provider has it; empty where none led here. */
  readonly name: string;
  /** False where that account logs in instead. */
  readonly asksPassword: boolean;
}

export const logIn = (email: string, password: string) =>
  api.post<LogInAnswer>('/api/auth/sign-in/email', { email, password });

/** The second step of a login, with a code of the authenticator app or a backup code. */
export const finishLogin = (code: string) => api.post('/api/auth/two-factor/verify', { code });

/** Mails a link to make an account; who asks is not told whether there is one already. */
export const mailSignUpLink = (email: string) => api.post('/api/auth/sign-up/email', { email });

/** Makes the account that a mailed link is for, and logs in. */
export const finishSignUp = (account: { token: string; name: string; password?: string; timeZone: string }) =>
  api.post('/api/auth/sign-up/finish', account);

/** Mails a link that logs in; `to` is the page it leads to. */
export const mailLink = (email: string, to: string) => api.post('/api/auth/sign-in/magic-link', { email, to });

/** Whose link it is; nothing is used up. */
export const readLink = (kind: LinkKind, token: string) =>
  api.post<MailedLink>('/api/auth/links/read', { kind, token });

export const logInByLink = (token: string) => api.post<LogInAnswer>('/api/auth/magic-link/verify', { token });

/** Mails a link to set a new password; who asks is not told whether there is an account. */
export const mailPasswordLink = (email: string) => api.post('/api/auth/request-password-reset', { email });

/** Sets the password by the token of a mailed link; ends every session of the account. */
export const setPassword = (newPassword: string, token: string) =>
  api.post('/api/auth/reset-password', { newPassword, token });

/** Changes the password of the logged-in host, and logs them out everywhere else. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  api.post('/api/auth/change-password', { currentPassword, newPassword });

/** Whether a host is logged in; asks in a way that a no is no error. */
export const hasSession = async () => (await api.get<object | null>('/api/auth/get-session')) !== null;

export const logOut = () => api.post('/api/auth/sign-out', {});

import type { FinishSignUp, MailedLink, ReadLink } from '#api/openapi/client/types.ts';
import { api } from '../data/api.ts';

/** What a mailed link does. */
export type LinkKind = ReadLink['kind'];
export type { MailedLink };

export const logIn = (email: string, password: string) =>
  api.post('/api/auth/sign-in/email', { body: { email, password } });

/** The second step of a login, with a code of the authenticator app or a backup code. */
export const finishLogin = (code: string) => api.post('/api/auth/two-factor/verify', { body: { code } });

/** Mails a link to make an account; who asks is not told whether there is one already. */
export const mailSignUpLink = (email: string) => api.post('/api/auth/sign-up/email', { body: { email } });

/** Makes the account that a mailed link is for, and logs in. */
export const finishSignUp = (body: FinishSignUp) => api.post('/api/auth/sign-up/finish', { body });

/** Mails a link that logs in; `to` is the page it leads to. */
export const mailLink = (email: string, to: string) =>
  api.post('/api/auth/sign-in/magic-link', { body: { email, to } });

/** Whose link it is; nothing is used up. */
export const readLink = (kind: LinkKind, token: string) => api.post('/api/auth/links/read', { body: { kind, token } });

export const logInByLink = (token: string) => api.post('/api/auth/magic-link/verify', { body: { token } });

/** Mails a link to set a new password; who asks is not told whether there is an account. */
export const mailPasswordLink = (email: string) => api.post('/api/auth/request-password-reset', { body: { email } });

/** Sets the password by the token of a mailed link; ends every session of the account. */
export const setPassword = (newPassword: string, token: string) =>
  api.post('/api/auth/reset-password', { body: { newPassword, token } });

/** Changes the password of the logged-in host, and logs them out everywhere else. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  api.post('/api/auth/change-password', { body: { currentPassword, newPassword } });

/** Whether a host is logged in; asks in a way that a no is no error. */
export const hasSession = async () => (await api.get('/api/auth/get-session')) !== null;

export const logOut = () => api.post('/api/auth/sign-out');

import { z } from 'zod';
import { say } from '../shared/issues.ts';
import { email, personName } from '../shared/schema.ts';
import { LINK_KINDS } from './mailed-links.ts';

const TOKEN = 'AbCdEf0123456789AbCdEf0123456789';
const PASSWORD = 'four unrelated words here';

const token = z.string().min(1).max(200).meta({ description: 'Of the mailed link' });
/** Checked by `password-rules.ts`; bounded here, since hashing takes time. */
const newPassword = z
  .string()
  .max(500)
  .meta({ examples: [PASSWORD] });
const knownPassword = z
  .string()
  .max(500)
  .meta({ examples: [PASSWORD] });

/** A page of ours: no other site is led to. */
export const ownPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/, say('said.own_path'))
  .meta({ examples: ['/bookings'] });

const account = {
  name: personName,
  password: newPassword,
  timeZone: z.string().max(64).optional().meta({ description: 'IANA zone; UTC where unknown' }),
};

export const loginProviderParams = z.object({ provider: z.string().max(32) });

export const startLoginQuery = z.object({ to: ownPath.optional() });

export const loginProviderList = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'LoginProviderList' });

export const signUpBody = z
  .object({ email, ...account })
  .partial({ name: true, password: true })
  .meta({
    id: 'SignUp',
    description:
      'The address alone. With `DEV_INSTANT_SIGN_UP`, a setting for development and tests only, name and password as well.',
    examples: [{ email: 'ann@example.com' }],
  });

export const finishSignUpBody = z.object({ token, ...account, password: newPassword.optional() }).meta({
  description: 'The password may be left out where the link follows a login with another account.',
  id: 'FinishSignUp',
  examples: [{ token: TOKEN, name: 'Ann Lee', password: PASSWORD, timeZone: 'Europe/Berlin' }],
});

const user = z.object({ id: z.string(), email: z.string(), name: z.string() });

export const loggedIn = z.object({ user }).meta({ id: 'LoggedIn' });

export const logInAnswer = z
  .object({
    user: user.nullable().meta({ description: 'Null while a code is still asked for' }),
    codeRequired: z.boolean().meta({
      description: 'Two-step verification is on: send a code to /api/auth/two-factor/verify within ten minutes',
    }),
  })
  .meta({ id: 'LogInAnswer' });

/** Of an authenticator app or a backup code; what people type around it does no harm. */
export const code = z
  .string()
  .min(1)
  .max(64, say('said.code_none'))
  .meta({ examples: ['123456'] });

export const secondStepBody = z.object({ code }).meta({ id: 'SecondStep', examples: [{ code: '123456' }] });

export const logInBody = z
  .object({ email, password: knownPassword })
  .meta({ id: 'LogIn', examples: [{ email: 'ann@example.com', password: PASSWORD }] });

export const loginLinkBody = z
  .object({ email, to: ownPath.optional() })
  .meta({ id: 'MailLoginLink', examples: [{ email: 'ann@example.com', to: '/bookings' }] });

export const passwordLinkBody = z
  .object({ email })
  .meta({ id: 'MailPasswordLink', examples: [{ email: 'ann@example.com' }] });

export const useLinkBody = z.object({ token }).meta({ id: 'UseLoginLink', examples: [{ token: TOKEN }] });

export const readLinkBody = z
  .object({ kind: z.enum(LINK_KINDS), token })
  .meta({ id: 'ReadLink', examples: [{ kind: 'login', token: TOKEN }] });

export const link = z
  .object({
    email: z.string(),
    askedHere: z.boolean().meta({ description: 'Whether this browser asked for the link' }),
    name: z.string().meta({ description: 'As the other account has it; empty where none led here' }),
    asksPassword: z.boolean().meta({ description: 'False where another account logs in instead' }),
  })
  .meta({ id: 'MailedLink' });

export const resetPasswordBody = z
  .object({ token, newPassword })
  .meta({ id: 'SetPassword', examples: [{ token: TOKEN, newPassword: PASSWORD }] });

export const changePasswordBody = z
  .object({ currentPassword: knownPassword, newPassword })
  .meta({ id: 'ChangePassword', examples: [{ currentPassword: 'my former password', newPassword: PASSWORD }] });

export const currentSession = z
  .object({ user: z.object({ id: z.string() }) })
  .nullable()
  .meta({ id: 'CurrentSession' });

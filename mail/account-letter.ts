import type { Letter } from '#mail/letter.ts';
import type { AccountMail, MailContext } from '#mail/message.ts';
import { webLink } from '#mail/plain-words.ts';

interface Words {
  readonly badge: string;
  readonly heading: string;
  readonly advice: string;
  readonly action: string;
  /** Why the reader gets it: a stranger may have typed their address. */
  readonly why: string;
}

const WORDS: Readonly<Record<AccountMail['kind'], Words>> = {
  sign_up: {
    badge: 'Sign up',
    heading: 'Create your Insytical account',
    advice:
      'Follow the link to choose a name and a password. It works once and for a day. If you did not ask for it, ignore this mail: no account is created.',
    action: 'Create your account',
    why: 'You get this mail because this address was typed to sign up for Insytical.',
  },
  account_exists: {
    badge: 'Log in',
    heading: 'You already have an Insytical account',
    advice:
      'This address was typed to sign up, but it has an account. The link logs you in; it works once and for 10 minutes. If you did not ask for it, ignore this mail.',
    action: 'Log in',
    why: 'You get this mail because this address was typed to sign up for Insytical.',
  },
  no_account: {
    badge: 'No account',
    heading: 'No Insytical account has this address',
    advice:
      'If you have an account under another address, log in with that one. To create one with this address, follow the link; it works once and for a day. If you did not ask for it, ignore this mail.',
    action: 'Create your account',
    why: 'You get this mail because this address was typed to log in to Insytical.',
  },
  login: {
    badge: 'Log in',
    heading: 'Your link to log in to Insytical',
    advice: 'It works once and for 10 minutes. If you did not ask for it, ignore this mail.',
    action: 'Log in',
    why: 'You get this mail because this address was typed to log in to Insytical.',
  },
  password: {
    badge: 'Password',
    heading: 'Set a new password for Insytical',
    advice:
      'The link works once and for an hour. If you did not ask for it, ignore this mail: your password stays as it is.',
    action: 'Set a new password',
    why: 'You get this mail because this address was typed to set a new password for Insytical.',
  },
  password_changed: {
    badge: 'Password changed',
    heading: 'Your Insytical password was changed',
    advice:
      'You are logged out in every other browser, and links mailed before no longer work. If you did not change it, set a new password now.',
    action: 'Set a new password',
    why: 'You get this mail because the password of the Insytical account with this address was changed.',
  },
};

/** The letter about a host's way in: one link, and what to do if the reader did not ask for it. */
export function accountLetter(
  { kind, url }: AccountMail,
  { supportEmail, publicUrl }: Pick<MailContext, 'supportEmail' | 'publicUrl'>,
): Letter {
  const { badge, heading, advice, action, why } = WORDS[kind];
  const href = webLink(url);
  return {
    tone: 'good',
    badge,
    heading,
    preview: advice,
    sentences: [advice],
    when: null,
    formerTime: null,
    action: href === null ? null : { label: action, href },
    facts: [],
    notes: [],
    links: [],
    calendars: [],
    footer: [why],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

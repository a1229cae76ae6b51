import type { Letter } from '#mail/letter.ts';
import type { AccountMail, MailContext } from '#mail/message.ts';
import { webLink } from '#mail/plain-words.ts';

interface Words {
  readonly badge: string;
  readonly heading: string;
  readonly advice: string;
  readonly action: string;
  /** Why it came, since anybody may type anybody's address. */
  readonly why: string;
}

const WORDS: Readonly<Record<AccountMail['kind'], Words>> = {
  login: {
    badge: 'Log in',
    heading: 'Your link to log in to Insytical',
    advice: 'It works once and for 15 minutes. If it was not you who asked for it, nothing needs to be done.',
    action: 'Log in',
    why: 'You get this mail because somebody, hopefully you, asked to log in to Insytical with this address.',
  },
  password: {
    badge: 'Password',
    heading: 'Set a new password for Insytical',
    advice:
      'The link works once and for an hour. If it was not you who asked for it, nothing needs to be done: your password stays.',
    action: 'Set a new password',
    why: 'You get this mail because somebody, hopefully you, wants to set a new password for the Insytical account with this address.',
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

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

const NOT_YOU = 'If this was not you, change your password now.';

const WORDS: Readonly<Record<AccountMail['kind'], Words>> = {
  sign_up: {
    badge: 'Sign up',
    heading: 'Create your Insytical account',
    advice:
      'Follow the link to choose a name and a password. It works once, for a day. If you didn’t ask for it, ignore this email: no account is created.',
    action: 'Create your account',
    why: 'You’re receiving this email because this address was used to sign up for Insytical.',
  },
  account_exists: {
    badge: 'Log in',
    heading: 'You already have an Insytical account',
    advice:
      'This address already has an account. The link logs you in. It works once, for 10 minutes. If you didn’t ask for it, ignore this email.',
    action: 'Log in',
    why: 'You’re receiving this email because this address was used to sign up for Insytical.',
  },
  no_account: {
    badge: 'No account',
    heading: 'No Insytical account uses this address',
    advice:
      'If you signed up with another address, log in with that one. To create an account with this address, follow the link. It works once, for a day. If you didn’t ask for it, ignore this email.',
    action: 'Create your account',
    why: 'You’re receiving this email because this address was used to log in to Insytical.',
  },
  login: {
    badge: 'Log in',
    heading: 'Your link to log in to Insytical',
    advice: 'It works once, for 10 minutes. If you didn’t ask for it, ignore this email.',
    action: 'Log in',
    why: 'You’re receiving this email because this address was used to log in to Insytical.',
  },
  password: {
    badge: 'Password',
    heading: 'Set a new password for Insytical',
    advice:
      'The link works once, for an hour. If you didn’t ask for it, ignore this email: your password stays the same.',
    action: 'Set a new password',
    why: 'You’re receiving this email because a new password was requested for this address.',
  },
  password_changed: {
    badge: 'Password changed',
    heading: 'Your Insytical password was changed',
    advice:
      'You’re logged out in every other browser, and earlier login links no longer work. If this wasn’t you, set a new password now.',
    action: 'Set a new password',
    why: 'You’re receiving this email because the password of your Insytical account was changed.',
  },
  login_added: {
    badge: 'New way to log in',
    heading: 'Another account can now log in to yours',
    advice: `You can log in to Insytical with your Google or Microsoft account from now on. If this was not you, remove it in your account settings and change your password.`,
    action: 'Open account settings',
    why: 'You’re receiving this email because a Google or Microsoft account was added to your Insytical account.',
  },
  two_step_on: {
    badge: 'Two-step verification',
    heading: 'Two-step verification was turned on',
    advice: `You now also need a code from your authenticator app to log in. You’re logged out in every other browser. ${NOT_YOU}`,
    action: 'Open account settings',
    why: 'You’re receiving this email because two-step verification was turned on for your Insytical account.',
  },
  two_step_off: {
    badge: 'Two-step verification',
    heading: 'Two-step verification was turned off',
    advice: `You no longer need a code to log in, and your backup codes no longer work. ${NOT_YOU}`,
    action: 'Open account settings',
    why: 'You’re receiving this email because two-step verification was turned off for your Insytical account.',
  },
  backup_codes_replaced: {
    badge: 'Two-step verification',
    heading: 'Your backup codes were replaced',
    advice: `New backup codes were created, and the old ones no longer work. ${NOT_YOU}`,
    action: 'Open account settings',
    why: 'You’re receiving this email because the backup codes of your Insytical account were replaced.',
  },
  backup_code_used: {
    badge: 'Two-step verification',
    heading: 'A backup code was used to log in',
    advice: `That code no longer works. If you’re running out of codes, create new ones. ${NOT_YOU}`,
    action: 'Open account settings',
    why: 'You’re receiving this email because a backup code of your Insytical account was used.',
  },
  contact_address: {
    badge: 'Contact address',
    heading: 'Show this address to your guests?',
    advice:
      'Open the link in the browser where you’re logged in to Insytical. It works once, for a day. If you didn’t ask for it, ignore this email: nothing changes.',
    action: 'Confirm this address',
    why: 'You’re receiving this email because an Insytical host wants to use this address as their contact address.',
  },
  api_key_made: {
    badge: 'API key',
    heading: 'An API key was created',
    advice: `A program that has it can act in your name until you delete it. ${NOT_YOU}`,
    action: 'Open account settings',
    why: 'You’re receiving this email because an API key was created for your Insytical account.',
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
    language: 'en',
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

import type { OutgoingMail } from '#mail/transport.ts';
import { type AccountMail, accountMail } from './account-mail.ts';

interface MagicLink extends Pick<AccountMail, 'url' | 'config'> {
  readonly email: string;
}

/** The mail that logs a host in. */
export const magicLinkMail = ({ email, url, config }: MagicLink): OutgoingMail =>
  accountMail({
    to: email,
    subject: 'Your link to log in to Insytical',
    why: 'You get this mail because somebody, hopefully you, asked to log in to Insytical with this address.',
    action: 'Log in to Insytical',
    label: 'Log in',
    url,
    advice: 'The link works once and for 15 minutes. If it was not you, nothing needs to be done.',
    kind: 'login',
    config,
  });

import type { OutgoingMail } from '#mail/transport.ts';
import { type AccountMail, accountMail } from './account-mail.ts';

interface PasswordLink extends Pick<AccountMail, 'url' | 'config'> {
  readonly email: string;
}

/** The mail with which a host sets a new password, whether the old one is forgotten or there never was one. */
export const passwordMail = ({ email, url, config }: PasswordLink): OutgoingMail =>
  accountMail({
    to: email,
    subject: 'Set a new password for Insytical',
    why: 'You get this mail because somebody, hopefully you, wants to set a new password for the Insytical account with this address.',
    action: 'Set a new password',
    label: 'Set a new password',
    url,
    advice: 'The link works once and for an hour. If it was not you, nothing needs to be done: your password stays.',
    kind: 'password',
    config,
  });

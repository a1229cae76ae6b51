import { randomUUIDv7 } from 'node:crypto';
import type { Config } from '#config';
import { messageIdOf } from '#mail/addresses.ts';
import type { AccountMail } from '#mail/message.ts';
import { renderAccountMail } from '#mail/render.ts';
import type { OutgoingMail } from '#mail/transport.ts';

type Sender = Pick<Config, 'MAIL_FROM' | 'SUPPORT_EMAIL' | 'PUBLIC_URL'>;

/** A mail with a host's way in, ready to be sent. */
export const accountMail = (
  mail: AccountMail,
  { MAIL_FROM: from, SUPPORT_EMAIL: supportEmail, PUBLIC_URL: publicUrl }: Sender,
): OutgoingMail => ({
  ...renderAccountMail(mail, { from, supportEmail, publicUrl }),
  messageId: messageIdOf(`${mail.kind}-${randomUUIDv7()}`, from),
});

import { revokeLoginLinks } from '#commands/hosts/revoke-login-links.ts';
import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import { describeError, log } from '#log';
import type { MailTransport } from '#mail/transport.ts';
import { accountMail } from './account-mail.ts';

interface Needs {
  readonly orm: Orm;
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
}

/**
 * What follows a new password: every link that was mailed before stops working, and the owner is told. The password
 * stands whether or not the mail can be sent.
 */
export async function followNewPassword(
  { orm, config, mail }: Needs,
  user: { readonly id: string; readonly email: string },
): Promise<void> {
  await revokeLoginLinks(orm.em.fork(), user.id);
  const url = new URL('/login?mode=forgotten', config.PUBLIC_URL).href;
  await mail.send(accountMail({ kind: 'password_changed', to: user.email, url }, config)).catch((error: unknown) => {
    log.warn({ host: user.id, ...describeError(error) }, 'the mail about a changed password was not sent');
  });
}

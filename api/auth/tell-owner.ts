import type { Config } from '#config';
import { describeError, log } from '#log';
import type { MailTransport } from '#mail/transport.ts';
import { accountMail } from './account-mail.ts';

interface Needs {
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
}

export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
}

/** Where the owner goes who did not do this. */
const PAGES = {
  password_changed: '/login?mode=forgotten',
  two_step_on: '/user/account',
  two_step_off: '/user/account',
  backup_codes_replaced: '/user/account',
  backup_code_used: '/user/account',
  api_key_made: '/user/account',
  login_added: '/user/account',
} as const;

/** Mails the owner that their way in has changed. The change stands whether or not the mail can be sent. */
export async function tellOwner({ config, mail }: Needs, owner: Owner, kind: keyof typeof PAGES): Promise<void> {
  const url = new URL(PAGES[kind], config.PUBLIC_URL).href;
  const letter = { kind, to: owner.email, readerLocale: owner.locale, url };
  await mail.send(accountMail(letter, config)).catch((error: unknown) => {
    log.warn({ host: owner.id, mail: kind, ...describeError(error) }, 'the owner was not told of a change');
  });
}

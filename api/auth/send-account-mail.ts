import type { Config } from '#config';
import type { Orm } from '#db/orm.ts';
import type { AccountMail } from '#mail/message.ts';
import type { MailTransport } from '#mail/transport.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import type { RateLimits } from '../rate-limits.ts';
import { accountMail } from './account-mail.ts';

interface Needs {
  readonly orm: Orm;
  readonly config: Config;
  readonly mail: Pick<MailTransport, 'send'>;
  readonly limits: Pick<RateLimits, 'spendWithin' | 'giveBack'>;
}

const BUDGETS = {
  'sign-up': 'signUpMail',
  login: 'loginMail',
  password: 'passwordMail',
  'contact-address': 'contactMail',
} as const;

/**
 * Sends mails with a host's way in, within a budget of what was asked for: who asks for new passwords keeps no login link
 * away. `address` is that of the client who asked. A mail that could not be sent is not counted.
 * @throws Problem `rate_limited`; MailRefused or MailUnavailable
 */
export function accountMailer({ orm, config, mail, limits }: Needs) {
  return async (letter: AccountMail, asked: keyof typeof BUDGETS, address: string): Promise<void> => {
    const spendings = [{ budget: BUDGETS[asked], whose: mailboxOf(letter.to) }];
    await orm.em.fork().transactional((em) => limits.spendWithin(em, address, spendings));
    await mail.send(accountMail(letter, config)).catch(async (error: unknown) => {
      await limits.giveBack(orm.em.fork(), address, spendings);
      throw error;
    });
  };
}

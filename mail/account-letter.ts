import type { Letter } from '#mail/letter.ts';
import type { AccountMail, MailContext } from '#mail/message.ts';
import { webLink } from '#mail/plain-words.ts';
import { hostTextsIn } from '#mail/texts.ts';

/** What the one button does. */
const ACTIONS = {
  sign_up: 'sign_up',
  account_exists: 'login',
  no_account: 'sign_up',
  login: 'login',
  password: 'password',
  password_changed: 'password',
  login_added: 'settings',
  two_step_on: 'settings',
  two_step_off: 'settings',
  backup_codes_replaced: 'settings',
  backup_code_used: 'settings',
  contact_address: 'contact',
  api_key_made: 'settings',
} as const satisfies Record<AccountMail['kind'], string>;

/** The letter about a host's way in: one link, and what to do if the reader did not ask for it. */
export function accountLetter(
  { kind, url, readerLocale }: AccountMail,
  { supportEmail, publicUrl }: Pick<MailContext, 'supportEmail' | 'publicUrl'>,
): Letter {
  const t = hostTextsIn(readerLocale);
  const advice = t(`account.${kind}.advice`);
  const href = webLink(url);
  return {
    language: t.language,
    tone: 'good',
    badge: t(`account.${kind}.badge`),
    heading: t(`account.${kind}.heading`),
    preview: advice,
    sentences: [advice],
    when: null,
    formerTime: null,
    action: href === null ? null : { label: t(`account.action.${ACTIONS[kind]}`), href },
    facts: [],
    notes: [],
    links: [],
    calendars: [],
    footer: [t(`account.${kind}.why`)],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

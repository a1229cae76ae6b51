import type { Letter } from '#mail/letter.ts';
import type { ConnectionMail, MailContext } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { hostTextsIn, paragraph } from '#mail/texts.ts';

/** What a host is told when a provider ends our access: at once, then after 1, 3, 7 and 14 days. */
export function connectionLetter(mail: ConnectionMail, { supportEmail, publicUrl }: MailContext): Letter {
  const t = hostTextsIn(mail.readerLocale);
  const { cause, day: days, affectedBookings: count } = mail;
  const provider = oneLine(mail.providerName);
  const account = oneLine(mail.accountEmail);
  const href = webLink(mail.reconnectUrl);
  const access = webLink(mail.manageAccessUrl);
  const sentences = [
    paragraph(
      t,
      t(`trouble.connection.${cause}`, { days, provider, account }),
      t('trouble.connection.bookings', { count, provider }),
    ),
    count === 0 ? t('trouble.connection.new_links', { provider }) : t('trouble.connection.missing_links', { provider }),
  ];
  return {
    language: t.language,
    tone: 'waiting',
    badge: t('trouble.connection.badge'),
    heading: t('host.action.reconnect', { provider }),
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: t('host.action.reconnect', { provider }), href },
    facts: [{ label: t('trouble.connection.account'), value: account }],
    notes: days === 14 ? [t('trouble.last_integrations')] : [],
    links: access === null ? [] : [{ label: t('trouble.connection.access', { provider }), href: access }],
    calendars: [],
    footer: [t('trouble.connection.why', { provider })],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

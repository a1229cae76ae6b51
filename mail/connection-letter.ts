import type { Letter } from '#mail/letter.ts';
import type { ConnectionMail, MailContext } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';

/** What a host is told when a provider ends our access: at once, then after 1, 3, 7 and 14 days. */
export function connectionLetter(mail: ConnectionMail, { supportEmail, publicUrl }: MailContext): Letter {
  const provider = oneLine(mail.providerName);
  const account = oneLine(mail.accountEmail);
  const href = webLink(mail.reconnectUrl);
  const access = webLink(mail.manageAccessUrl);
  const sentences = [`${causeOf(mail, provider, account)} ${bookingsOf(mail, provider)}`, promiseOf(mail, provider)];
  return {
    language: 'en',
    tone: 'waiting',
    badge: 'Reconnect needed',
    heading: `Reconnect ${provider}`,
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: `Reconnect ${provider}`, href },
    facts: [{ label: 'Account', value: account }],
    notes: mail.day === 14 ? [`This is our last reminder. Your integrations page keeps showing it.`] : [],
    links: access === null ? [] : [{ label: `See who has access in ${provider}`, href: access }],
    calendars: [],
    footer: [`You’re receiving this email because you connected ${provider} to Insytical.`],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

function causeOf({ cause, day }: ConnectionMail, provider: string, account: string): string {
  const since = day === 0 ? '' : ` ${day === 1 ? 'a day' : `${day} days`} ago`;
  if (cause === 'uninstalled') return `Insytical was removed from your ${provider} account ${account}${since}.`;
  if (cause === 'connected_elsewhere')
    return `Your ${provider} account ${account} was connected by another Insytical user${since}, and ${provider} accepts only the newest connection.`;
  return `${provider} revoked our access to ${account}${since}. That happens after a password change or when access expires.`;
}

function bookingsOf({ affectedBookings }: ConnectionMail, provider: string): string {
  if (affectedBookings === 0) return `People can still book you, but new bookings get no ${provider} link.`;
  const count = affectedBookings === 1 ? '1 upcoming booking has' : `${affectedBookings} upcoming bookings have`;
  return `People can still book you, but ${count} no ${provider} link because of it.`;
}

function promiseOf({ affectedBookings }: ConnectionMail, provider: string): string {
  if (affectedBookings === 0) return `Reconnect ${provider}, and new bookings get their links again.`;
  return `Reconnect ${provider}, and we’ll automatically create the missing links and email them to you and your guests, soonest meeting first.`;
}

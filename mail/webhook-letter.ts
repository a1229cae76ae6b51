import type { Letter } from '#mail/letter.ts';
import type { MailContext, WebhookMail } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';

/** What a host is told when we have paused a webhook. Its address may hold a secret: only the server is named. */
export function webhookLetter(mail: WebhookMail, { supportEmail, publicUrl }: MailContext): Letter {
  const server = oneLine(new URL(mail.url).hostname);
  const href = webLink(mail.pageUrl);
  const sentences = [
    `${REASONS[mail.cause](server)} We’ve paused it.`,
    'What happens now is kept for 30 days and delivered in order once you resume it.',
    'Check your system, then resume the webhook, or delete it if you no longer need it.',
  ];
  return {
    language: 'en',
    tone: 'waiting',
    badge: 'Webhook paused',
    heading: 'We’ve paused your webhook',
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: 'Open integrations', href },
    facts: [{ label: 'Server', value: server }],
    notes: [],
    links: [],
    calendars: [],
    footer: ['You’re receiving this email because this webhook is told of your bookings.'],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

const REASONS: Readonly<Record<WebhookMail['cause'], (server: string) => string>> = {
  failing: (server) => `Every delivery to your webhook at ${server} has failed for three days.`,
  gone: (server) => `Your webhook at ${server} answered that it’s gone (410).`,
};

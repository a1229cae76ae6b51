import type { Letter } from '#mail/letter.ts';
import type { MailContext, WebhookMail } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { hostTextsIn } from '#mail/texts.ts';

/** What a host is told when we have paused a webhook. Its address may hold a secret: only the server is named. */
export function webhookLetter(mail: WebhookMail, { supportEmail, publicUrl }: MailContext): Letter {
  const t = hostTextsIn(mail.readerLocale);
  const server = oneLine(new URL(mail.url).hostname);
  const href = webLink(mail.pageUrl);
  const sentences = [
    t(`trouble.webhook.${mail.cause}`, { server }),
    t('trouble.webhook.kept'),
    t('trouble.webhook.advice'),
  ];
  return {
    language: t.language,
    tone: 'waiting',
    badge: t('trouble.webhook.badge'),
    heading: t('trouble.webhook.heading'),
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: t('trouble.webhook.open'), href },
    facts: [{ label: t('trouble.webhook.server'), value: server }],
    notes: [],
    links: [],
    calendars: [],
    footer: [t('trouble.webhook.why')],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

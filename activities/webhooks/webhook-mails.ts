import { LockMode } from '@mikro-orm/postgresql';
import { enqueueWebhookMail } from '#commands/bookings/enqueue-mail.ts';
import { User } from '#db/entities/user.ts';
import { Webhook } from '#db/entities/webhook.ts';
import type { Em } from '#db/host-transaction.ts';
import { renderWebhookMail } from '#mail/render.ts';
import { mailLocale } from '#mail/texts.ts';
import type { ActivityDeps } from '../deps.ts';
import { renderOptions } from '../mails/compose-mail.ts';
import { causeOf, openMails, sendTroubleMails } from '../mails/trouble-mails.ts';

/** Queues the one mail of a pause that was not the host's own. */
export async function planWebhookMails(em: Em, webhook: Webhook, now: Date) {
  const { id, pausedAt, pauseCause } = webhook;
  if (pausedAt && pauseCause && pauseCause !== 'host')
    await enqueueWebhookMail(em, id, { kind: 'webhook_paused', cause: causeOf(pausedAt, pauseCause), now });
  return openMails(em, { webhook: id }, 'the next mail', now);
}

/** Sends the host the mail about the present pause of a webhook. Returns what went to whom. */
export function sendWebhookMails(deps: ActivityDeps, webhookId: string): Promise<string[]> {
  return sendTroubleMails<Webhook>(deps, {
    mails: { webhook: webhookId },
    lock: (em) => em.findOne(Webhook, { id: webhookId }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
    troubleSince: (webhook) => webhook.pausedAt,
    write: async (em, _mail, { id, url, host, pauseCause }) => {
      const { name: hostName, email: hostEmail, locale } = await em.findOneOrFail(User, { id: host });
      const pageUrl = `${deps.config.PUBLIC_URL}/user/integrations`;
      const cause = pauseCause === 'gone' ? 'gone' : 'failing';
      return renderWebhookMail(
        { webhookId: id, readerLocale: mailLocale('host', locale), url, hostName, hostEmail, cause, pageUrl },
        renderOptions(deps),
      );
    },
  });
}

import type { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import type { DeliveryProblem } from '#domain/webhooks/webhook.ts';
import { says, type Sentence } from '#messages/says.ts';
import { iso } from '../shared/days.ts';
import type * as schema from './schema.ts';

const isoOrNull = (instant: Date | null | undefined) => (instant ? iso(instant) : null);

/** A webhook as its host sees it, without its secret. */
export function presentWebhook(row: Webhook, now: Date): schema.WebhookView {
  const { id, url, events, state, pauseCause, pausedAt, troubleSince, formerSecretUntil, createdAt } = row;
  return {
    id,
    url,
    events: [...events],
    state,
    pauseCause: pauseCause ?? null,
    pausedAt: isoOrNull(pausedAt),
    failingSince: isoOrNull(troubleSince),
    formerSecretUntil: formerSecretUntil && formerSecretUntil > now ? iso(formerSecretUntil) : null,
    createdAt: iso(createdAt),
  };
}

/** A delivery with what was sent and what was answered. */
export function presentDelivery(row: WebhookDelivery): schema.DeliveryView {
  const { id, messageId, type, state, attempts, payload, answerStatus, problem } = row;
  return {
    id,
    messageId,
    type,
    state,
    attempts,
    createdAt: iso(row.createdAt),
    lastTriedAt: isoOrNull(row.lastTriedAt),
    nextTryAt: state === 'queued' ? iso(row.dueAt) : null,
    deliveredAt: isoOrNull(row.deliveredAt),
    request: { body: { ...payload } },
    answer:
      answerStatus == null ? null : { status: answerStatus, body: row.answerBody ?? '', durationMs: row.answerMs ?? 0 },
    problem: problem == null ? null : { code: problem, ...SENTENCES[problem] },
  };
}

const SENTENCES: Readonly<Record<DeliveryProblem, Sentence>> = {
  status: says('said.webhook_error'),
  redirect: says('said.webhook_redirect'),
  timeout: says('said.webhook_timeout'),
  unreachable: says('said.webhook_unreachable'),
  not_public: says('said.no_private_address'),
};

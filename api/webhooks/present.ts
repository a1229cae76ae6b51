import type { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import type { DeliveryProblem } from '#domain/webhooks/webhook.ts';
import { iso } from '../shared/days.ts';
import { said } from '../shared/says.ts';
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
    problem: problem == null ? null : { code: problem, ...said(TEXTS[problem]) },
  };
}

const TEXTS: Readonly<Record<DeliveryProblem, string>> = {
  status: 'Your server answered with an error. Any status from 200 to 299 counts as delivered.',
  redirect: 'Your server answered with a redirect, which isn’t followed. Enter the address it leads to.',
  timeout: 'Your server took too long to answer. Answer first, then work.',
  unreachable: 'Your server couldn’t be reached.',
  not_public: 'This address can’t be reached from the internet.',
};

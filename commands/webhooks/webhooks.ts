import { randomUUIDv7 } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { deliverWebhook } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';
import { Webhook } from '#db/entities/webhook.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import { type AddressProblem, readUrl } from '#domain/outbound/address.ts';
import type { WebhookEvent } from '#domain/webhooks/webhook.ts';
import { says, type Sentence } from '#messages/says.ts';
import { newSecret, openSecret, sealSecret } from './secret.ts';

const MOST_WEBHOOKS = 10;
/** How long a secret signs beside the one that replaces it. */
const FORMER_SECRET_MS = 24 * 3_600_000;

const WRONG: Readonly<Record<AddressProblem, Sentence>> = {
  not_an_address: says('said.no_webhook_address'),
  scheme: says('said.webhook_scheme'),
  private: says('said.no_private_address'),
};

export interface OneWebhook {
  readonly hostId: string;
  readonly webhookId: string;
}

interface NewWebhook {
  readonly hostId: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/**
 * From now on the host's system at `url` is told of these events. `secret` is told this once.
 * @throws Refusal `validation_failed` for an address that must not be called, `invalid_transition` for one too many
 */
export async function createWebhook(deps: CommandDeps, { hostId, url, events }: NewWebhook) {
  const id = randomUUIDv7();
  const secret = newSecret();
  const wanted = { url: checkUrl(deps, url), events: [...new Set(events)] };
  const webhook = await hostTransaction(deps.orm, hostId, async (em) => {
    if ((await em.count(Webhook, { host: hostId })) >= MOST_WEBHOOKS)
      throw new Refusal('invalid_transition', says('said.most_webhooks', { most: MOST_WEBHOOKS }));
    const now = deps.now();
    const made = em.create(Webhook, {
      ...wanted,
      id,
      host: hostId,
      secret: sealSecret(deps.config, id, secret, 'webhook_secret'),
      state: 'active',
      nextWakeAt: now,
      createdAt: now,
    });
    await em.flush();
    return made;
  });
  await deliverWebhook(deps, webhook, 'changed');
  return { webhook, secret };
}

interface Changes {
  readonly url?: string | undefined;
  readonly events?: readonly WebhookEvent[] | undefined;
  /** Resumed, it is sent everything that was queued meanwhile, oldest first. */
  readonly state?: 'active' | 'paused' | undefined;
}

/** @throws Refusal `not_found`, `validation_failed` for an address that must not be called */
export async function changeWebhook(deps: CommandDeps, which: OneWebhook, changes: Changes): Promise<Webhook> {
  const { url, events, state } = changes;
  const address = url === undefined ? undefined : checkUrl(deps, url);
  return change(deps, which, async (em, webhook, now) => {
    const isMoved = address !== undefined && address !== webhook.url;
    const isResumed = state === 'active' && webhook.state === 'paused';
    if (isMoved || isResumed) await restartAttempts(em, webhook, now);
    if (isResumed) Object.assign(webhook, { state, pauseCause: null, pausedAt: null });
    if (state === 'paused' && webhook.state === 'active')
      Object.assign(webhook, { state, pauseCause: 'host', pausedAt: now });
    webhook.url = address ?? webhook.url;
    webhook.events = events === undefined ? webhook.events : [...new Set(events)];
  });
}

/** What waited for another attempt is due at once, and has three days again. */
async function restartAttempts(em: Em, webhook: Webhook, now: Date): Promise<void> {
  Object.assign(webhook, { failures: 0, troubleSince: null, retryAt: null });
  await em.execute(
    `update webhook_deliveries set due_at = ?, attempts = 0, first_tried_at = null
      where webhook_id = ? and state = 'queued'`,
    [now, webhook.id],
  );
}

/** Replaces the secret; the one before signs beside it for 24 hours. `secret` is told this once. @throws Refusal `not_found` */
export async function rotateWebhookSecret(deps: CommandDeps, which: OneWebhook) {
  const secret = newSecret();
  const { webhookId: id } = which;
  const webhook = await change(deps, which, async (em, webhook, now) => {
    await em.populate(webhook, ['secret']);
    const former = openSecret(deps.config, id, webhook.secret, 'webhook_secret');
    webhook.formerSecret = sealSecret(deps.config, id, former, 'former_webhook_secret');
    webhook.formerSecretUntil = new Date(now.getTime() + FORMER_SECRET_MS);
    webhook.secret = sealSecret(deps.config, id, secret, 'webhook_secret');
  });
  return { webhook, secret };
}

/** Its secret and the log of its deliveries are gone at once, and its workflow ends. @throws Refusal `not_found` */
export async function deleteWebhook(deps: CommandDeps, { hostId, webhookId }: OneWebhook): Promise<void> {
  const gone = await deps.orm.em.fork().nativeDelete(Webhook, { id: webhookId, host: hostId });
  if (gone === 0) throw notFound();
  await deps.signals.webhook(webhookId, 'deleted');
}

type Work = (em: Em, webhook: Webhook, now: Date) => void | Promise<void>;

async function change(deps: CommandDeps, { hostId, webhookId }: OneWebhook, work: Work): Promise<Webhook> {
  const webhook = await deps.orm.em.fork().transactional(async (em) => {
    const found = await findWebhook(em, { hostId, webhookId });
    const now = deps.now();
    await work(em, found, now);
    Object.assign(found, { revision: found.revision + 1, nextWakeAt: now });
    return found;
  });
  await deliverWebhook(deps, webhook, 'changed');
  return webhook;
}

/** Locks a host's webhook. @throws Refusal `not_found` */
export async function findWebhook(em: Em, { hostId, webhookId }: OneWebhook): Promise<Webhook> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const found = await em.findOne(Webhook, { id: webhookId, host: hostId }, lock);
  if (found === null) throw notFound();
  return found;
}

function checkUrl({ config }: CommandDeps, text: string): string {
  const url = readUrl(text, config.OUTBOUND_ALLOW);
  if (typeof url === 'string') throw invalidField('/url', WRONG[url]);
  if (url.username !== '' || url.password !== '') throw invalidField('/url', says('said.no_credentials'));
  return url.href;
}

const notFound = () => new Refusal('not_found', says('said.webhook_not_found'));

import type { EventSubscriber, TransactionEventArgs } from '@mikro-orm/postgresql';
import type { Signals } from '#commands/shared/signals.ts';
import type { Em } from '#db/host-transaction.ts';
import type { Orm } from '#db/orm.ts';

/** Webhooks for which a transaction has queued deliveries, by its entity manager; forgotten with it. */
const queued = new WeakMap<object, Set<string>>();

/** Remembers that a webhook's workflow is to be signalled once the transaction of `em` has been committed. */
export function noteQueued(em: Em, webhookId: string): void {
  const webhooks = queued.get(em) ?? new Set();
  queued.set(em, webhooks.add(webhookId));
}

class SignalAfterCommit implements EventSubscriber {
  readonly #signals: Pick<Signals, 'webhook'>;

  constructor(signals: Pick<Signals, 'webhook'>) {
    this.#signals = signals;
  }

  afterTransactionCommit({ em }: TransactionEventArgs): void {
    const webhooks = queued.get(em);
    if (webhooks === undefined) return;
    queued.delete(em);
    // The caller does not wait for it: the sweep signals again what is lost.
    for (const id of webhooks) void this.#signals.webhook(id, 'queued');
  }
}

/**
 * Events leave many transactions, deep within commands and activities: what one of them queues is signalled after its
 * commit, and nothing where it is rolled back. To be called once for each `orm`.
 */
export function signalWebhooksAfterCommit(orm: Orm, signals: Pick<Signals, 'webhook'>): void {
  orm.em.getEventManager().registerSubscriber(new SignalAfterCommit(signals));
}

import type { Orm } from '#db/orm.ts';
import { MOST_FAILURES_AT_ONCE } from '#domain/webhooks/attempts.ts';

/** A delivery that is about to be sent, and how. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly payload: object;
  /** This one included. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: Uint8Array;
  /** The one before, while it signs too. */
  readonly formerSecret: Uint8Array | null;
}

/**
 * The next delivery of a webhook, tried least first: the first queued one about its booking, which holds back those after
 * it and nothing else. Null where none is due, the webhook is paused, or its receiver is down and one attempt is under way.
 * @param forMs until when the attempt will have ended; after that another one may begin
 */
export async function claimDelivery(
  { orm }: { readonly orm: Orm },
  webhookId: string,
  forMs: number,
): Promise<ClaimedDelivery | null> {
  const [claimed] = await orm.em.fork().execute<ClaimedDelivery[]>(
    `with next as (
       select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id
        where d.webhook_id = ? and d.state = 'queued' and d.due_at <= now()
          and (d.claimed_until is null or d.claimed_until <= now())
          and w.state = 'active' and (w.retry_at is null or w.retry_at <= now())
          and not exists (
            select 1 from webhook_deliveries e
             where e.webhook_id = d.webhook_id and e.about = d.about and e.state = 'queued' and e.seq < d.seq)
          and (w.failures < ? or not exists (
            select 1 from webhook_deliveries c
             where c.webhook_id = w.id and c.state = 'queued' and c.claimed_until > now()))
        order by d.attempts, d.seq limit 1 for update of d skip locked)
     update webhook_deliveries t
        set claimed_until = now() + interval '1 millisecond' * ?, attempts = t.attempts + 1, last_tried_at = now(),
            first_tried_at = coalesce(t.first_tried_at, now())
       from next, webhooks w where t.id = next.id and w.id = t.webhook_id
     returning t.id, t.message_id as "messageId", t.payload, t.attempts, w.url, w.secret,
       case when w.former_secret_until > now() then w.former_secret end as "formerSecret"`,
    [webhookId, MOST_FAILURES_AT_ONCE, forMs],
  );
  return claimed ?? null;
}

import type { ActivityDeps } from '../deps.ts';
import { endsOutage, isGivenUp, outageWaitMs, retryWaitMs } from '#domain/webhooks/attempts.ts';
import type { ClaimedDelivery } from './claim-delivery.ts';
import type { Attempt } from './post-event.ts';

/**
 * Keeps what came of an attempt: the delivery is done or waits for its next one, and the webhook works, is in trouble, or
 * is paused where it said that it is gone. An attempt that another one has overtaken changes nothing.
 */
export async function recordAttempt(deps: ActivityDeps, claimed: ClaimedDelivery, attempt: Attempt): Promise<void> {
  if (attempt.problem === null) await recordSuccess(deps, claimed, attempt);
  else await recordFailure(deps, claimed, attempt);
}

const ANSWER = 'claimed_until = null, answer_status = ?, answer_body = ?, answer_ms = ?, problem = ?';
const answerOf = ({ status, answer, ms, problem }: Attempt) => [status, answer, ms, problem];

async function recordSuccess({ orm }: ActivityDeps, { id, attempts }: ClaimedDelivery, attempt: Attempt) {
  const em = orm.em.fork();
  const [before] = await em.execute<{ id: string; failures: number; trouble_since: Date; now: Date }[]>(
    `with done as (
       update webhook_deliveries set ${ANSWER}, state = 'delivered', delivered_at = now()
        where id = ? and attempts = ? and state = 'queued' returning webhook_id),
     before as (
       select id, failures, trouble_since from webhooks
        where failures > 0 and id in (select webhook_id from done) for no key update)
     update webhooks w set failures = 0, trouble_since = null, retry_at = null
       from before where w.id = before.id returning before.*, now()`,
    [...answerOf(attempt), id, attempts],
  );
  if (before === undefined) return;
  const times = { failures: before.failures, troubleSince: msOf(before.trouble_since), now: msOf(before.now) };
  if (endsOutage(times))
    await em.execute(
      `update webhook_deliveries set due_at = now() where webhook_id = ? and state = 'queued' and due_at > now()`,
      [before.id],
    );
}

async function recordFailure(deps: ActivityDeps, { id, attempts }: ClaimedDelivery, attempt: Attempt) {
  const { orm, config } = deps;
  const waitMs = retryWaitMs(config, attempts, Math.random(), attempt.retryAfterMs);
  await orm.em.fork().transactional(async (em) => {
    const [delivery] = await em.execute<{ webhook_id: string; first_tried_at: Date; now: Date }[]>(
      `update webhook_deliveries set ${ANSWER}, due_at = now() + interval '1 millisecond' * ?
        where id = ? and attempts = ? and state = 'queued' returning webhook_id, first_tried_at, now()`,
      [...answerOf(attempt), waitMs, id, attempts],
    );
    if (delivery === undefined) return;
    const { webhook_id: webhookId, first_tried_at: firstTriedAt, now } = delivery;
    const [webhook] = await em.execute<{ failures: number; trouble_since: Date }[]>(
      `update webhooks set failures = failures + 1, trouble_since = coalesce(trouble_since, now())
        where id = ? returning failures, trouble_since`,
      [webhookId],
    );
    if (webhook === undefined) return;
    const { failures, trouble_since: troubleSince } = webhook;
    if (attempt.isGone)
      await em.execute(
        `update webhooks set state = 'paused', pause_cause = 'gone', paused_at = now() where id = ? and state = 'active'`,
        [webhookId],
      );
    else if (outageWaitMs(config, failures, 0) > 0)
      await em.execute(`update webhooks set retry_at = now() + interval '1 millisecond' * ? where id = ?`, [
        outageWaitMs(config, failures, Math.random()),
        webhookId,
      ]);
    const times = { firstTriedAt: msOf(firstTriedAt), troubleSince: msOf(troubleSince), now: msOf(now) };
    if (isGivenUp(times, config.WEBHOOK_PATIENCE_MS))
      await em.execute(`update webhook_deliveries set state = 'failed' where id = ?`, [id]);
  });
}

const msOf = (time: Date | string): number => new Date(time).getTime();

import { databaseTime } from '#db/database-time.ts';
import { Webhook } from '#db/entities/webhook.ts';
import type { Em } from '#db/host-transaction.ts';
import { nextWebhookStep } from '#domain/webhooks/attempts.ts';
import type { WebhookPlan } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import { activityTimings, asTimer, nextWakeAt, soonest, type Wake } from '../plan/next-wake.ts';
import { planWebhookMails } from './webhook-mails.ts';

interface Situation {
  readonly busy: readonly string[];
  /** The last round of deliveries broke off without telling why. */
  readonly gaveUp: boolean;
}

/** Looks at a webhook and says what is due, in one short transaction; every run begins with it. */
export async function planWebhook(deps: ActivityDeps, id: string, situation: Situation): Promise<WebhookPlan> {
  const { config } = deps;
  return deps.orm.em.fork().transactional(async (em) => {
    const webhook = await lockWebhook(em, id);
    if (webhook === null) return deletedPlan(deps);
    const now = await databaseTime(em);
    // This plan sees every change up to here, whether or not its signal was ever accepted.
    webhook.deliveredRevision = webhook.revision;
    webhook.lateSince = null;
    if (situation.gaveUp) webhook.retryAt = new Date(now.getTime() + config.RETRY_AFTER_MS);
    await em.execute('update webhook_deliveries set planned_at = ? where webhook_id = ? and planned_at is null', [
      now,
      id,
    ]);
    const step = nextWebhookStep(
      {
        state: webhook.state,
        troubleSince: webhook.troubleSince?.getTime() ?? null,
        retryAt: webhook.retryAt?.getTime() ?? null,
        nextDueAt: await nextDueAt(em, id),
        now: now.getTime(),
      },
      config.WEBHOOK_PATIENCE_MS,
    );
    if (step.kind === 'pause') Object.assign(webhook, { state: 'paused', pauseCause: 'failing', pausedAt: now });
    const mails = await planWebhookMails(em, webhook, now);
    const isDue = step.kind === 'deliver';
    const wakes: Wake[] = [
      ...mails.wakes,
      ...(step.kind === 'wait' ? [{ at: step.until, reason: 'another attempt', waitsFor: 'time' } as const] : []),
    ];
    const isBusy = situation.busy.length > 0 || isDue || mails.due;
    webhook.nextWakeAt = nextWakeAt(wakes, config, { isBusy, now });
    const next = soonest(wakes);
    return {
      state: webhook.state,
      hostId: webhook.host,
      deliveriesDue: isDue && !situation.busy.includes('deliveries'),
      mailsDue: mails.due,
      next: next && asTimer(next, now),
      problem: webhook.pauseCause ?? (webhook.troubleSince ? 'failing' : null),
      done: false,
      timings: activityTimings(config),
    };
  });
}

/** By a lock that bookings, whose deliveries point to this row, do not wait for. */
async function lockWebhook(em: Em, id: string): Promise<Webhook | null> {
  await em.execute('select 1 from webhooks where id = ? for no key update', [id]);
  return em.findOne(Webhook, { id });
}

/** Of each booking only the first queued delivery is next; the later ones wait for it. Epoch milliseconds. */
async function nextDueAt(em: Em, id: string): Promise<number | null> {
  const [row] = await em.execute<{ at: string | null }[]>(
    `select extract(epoch from min(due)) * 1000 as at from (
       select distinct on (about) greatest(due_at, claimed_until) as due from webhook_deliveries
        where webhook_id = ? and state = 'queued' order by about, seq) heads`,
    [id],
  );
  return row?.at == null ? null : Math.ceil(Number(row.at));
}

function deletedPlan({ config }: ActivityDeps): WebhookPlan {
  return {
    state: 'deleted',
    hostId: 'none',
    deliveriesDue: false,
    mailsDue: false,
    next: null,
    problem: null,
    done: true,
    timings: activityTimings(config),
  };
}

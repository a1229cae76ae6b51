import { openSecret } from '#commands/webhooks/secret.ts';
import type { Config } from '#config';
import { stopIfCancelled } from '../activity-result.ts';
import type { ActivityDeps } from '../deps.ts';
import { openOutbound, type Outbound } from '../outbound/open-outbound.ts';
import { claimDelivery, type ClaimedDelivery } from './claim-delivery.ts';
import { postEvent } from './post-event.ts';
import { recordAttempt } from './record-attempt.ts';

/** Attempts of one webhook at a time, each about another booking. */
const AT_ONCE = 5;
/** After this no further attempt begins, and other webhooks have their turn; milliseconds. */
const ROUND_MS = 10_000;
/** How long after its attempt a claim still stands, for what it came to to be kept. */
const GRACE_MS = 5_000;

/** What the Temporal UI shows of a round. */
export interface Round {
  readonly delivered: number;
  readonly failed: number;
}

/**
 * Delivers what is due for a webhook, for a while: events about one booking one after the other, those of several side by
 * side. Killed in between, what it had claimed is sent again, under the same `webhook-id`.
 */
export async function deliverEvents(deps: ActivityDeps, webhookId: string): Promise<Round> {
  const { config } = deps;
  const round = { delivered: 0, failed: 0 };
  const ends = performance.now() + ROUND_MS;
  const outbound = openOutbound(config.OUTBOUND_ALLOW);
  const deliverInTurn = async () => {
    while (performance.now() < ends) {
      stopIfCancelled();
      const claimed = await claimDelivery(deps, webhookId, config.WEBHOOK_TIMEOUT_MS + GRACE_MS);
      if (claimed === null) return;
      const attempt = await send(config, outbound, webhookId, claimed);
      await recordAttempt(deps, claimed, attempt);
      round[attempt.problem === null ? 'delivered' : 'failed'] += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, deliverInTurn));
    return round;
  } finally {
    await outbound.close();
  }
}

function send(config: Config, outbound: Outbound, webhookId: string, claimed: ClaimedDelivery) {
  const { url, messageId, payload, secret, formerSecret } = claimed;
  const secrets = [openSecret(config, webhookId, secret, 'webhook_secret')];
  if (formerSecret !== null) secrets.push(openSecret(config, webhookId, formerSecret, 'former_webhook_secret'));
  const event = { url, messageId, body: JSON.stringify(payload), secrets };
  return postEvent(outbound, event, config.WEBHOOK_TIMEOUT_MS);
}

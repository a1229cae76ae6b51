/** Attempts that fail one after the other, of any deliveries, until they are made one at a time. */
export const MOST_FAILURES_AT_ONCE = 5;

/** Of the configuration, milliseconds. */
interface Waits {
  readonly WEBHOOK_RETRY_MS: number;
  readonly WEBHOOK_RETRY_CAP_MS: number;
}

/**
 * How long a delivery waits after an attempt that failed, milliseconds: doubled each time up to the cap, at least as long as
 * its receiver asks, within the cap too.
 * @param attempts how many were made, 1 or more
 * @param spread between 0 and 1: waits of many do not end together
 */
export function retryWaitMs(waits: Waits, attempts: number, spread: number, retryAfterMs = 0): number {
  const { WEBHOOK_RETRY_MS, WEBHOOK_RETRY_CAP_MS } = waits;
  const doubled = Math.min(WEBHOOK_RETRY_MS * 2 ** (attempts - 1), WEBHOOK_RETRY_CAP_MS);
  return Math.round(Math.max(doubled * (0.9 + 0.2 * spread), Math.min(retryAfterMs, WEBHOOK_RETRY_CAP_MS)));
}

/**
 * How long a webhook waits as a whole where every attempt fails, milliseconds: its receiver is down, and thousands of
 * deliveries need not each find that out. 0 while it may be that only some deliveries fail.
 * @param failures attempts that failed since the last success
 */
export const outageWaitMs = (waits: Waits, failures: number, spread: number): number =>
  failures < MOST_FAILURES_AT_ONCE ? 0 : retryWaitMs(waits, failures - MOST_FAILURES_AT_ONCE + 1, spread);

/** Failures this close together say little of the receiver, which others may have answered well in between. */
const OUTAGE_MS = 60_000;

/**
 * Whether a success ends an outage, so that what waits for another attempt need not wait any longer. Times in epoch
 * milliseconds.
 */
export const endsOutage = (before: {
  readonly failures: number;
  readonly troubleSince: number;
  readonly now: number;
}): boolean => before.failures >= MOST_FAILURES_AT_ONCE && before.troubleSince + OUTAGE_MS <= before.now;

/** How a webhook stands; times in epoch milliseconds. */
export interface WebhookStanding {
  readonly state: 'active' | 'paused';
  /** Since when every attempt fails. */
  readonly troubleSince: number | null;
  /** No attempt before this. */
  readonly retryAt: number | null;
  /** When the first delivery that is next about its booking becomes due; null where nothing is queued. */
  readonly nextDueAt: number | null;
  readonly now: number;
}

export type WebhookStep =
  | { readonly kind: 'nothing' }
  /** All attempts have failed for too long. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'wait'; readonly until: number };

/** What is to be done for a webhook. @param patienceMs how long all attempts may fail, milliseconds */
export function nextWebhookStep(standing: WebhookStanding, patienceMs: number): WebhookStep {
  const { state, troubleSince, retryAt, nextDueAt, now } = standing;
  if (state === 'paused' || nextDueAt === null) return { kind: 'nothing' };
  if (troubleSince !== null && troubleSince + patienceMs <= now) return { kind: 'pause' };
  const dueAt = Math.max(nextDueAt, retryAt ?? 0);
  return dueAt <= now ? { kind: 'deliver' } : { kind: 'wait', until: dueAt };
}

interface FailedDelivery {
  readonly firstTriedAt: number;
  readonly troubleSince: number;
  readonly now: number;
}

/**
 * Whether a delivery is given up alone: it has failed for as long as a webhook may, while others were delivered. Where
 * none was, the webhook is paused instead and the delivery kept.
 */
export const isGivenUp = ({ firstTriedAt, troubleSince, now }: FailedDelivery, patienceMs: number): boolean =>
  firstTriedAt + patienceMs <= now && troubleSince > firstTriedAt;

import { proxyActivities } from '@temporalio/workflow';
import type { UpkeepActivities } from '#activities/upkeep-activities.ts';

const { redeliverSignals, pruneExpired } = proxyActivities<UpkeepActivities>({
  startToCloseTimeout: '60s',
  retry: { maximumAttempts: 3 },
});

/** The net under every signal: run by a Schedule, it nudges what Temporal missed, lost or left overdue. */
export async function redeliver(): Promise<void> {
  await redeliverSignals();
}

/** Run daily: what has outlived its retention goes. */
export async function prune(): Promise<void> {
  await pruneExpired();
}

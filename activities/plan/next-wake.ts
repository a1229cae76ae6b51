import type { ActivityTimings, NamedTime, WaitingFor } from '#workflows/plan-types.ts';
import type { Config } from '#config';

/** Something that becomes due; `at` in epoch milliseconds. */
export interface Wake {
  readonly at: number;
  /** What the timer in the Temporal UI says. */
  readonly reason: string;
  readonly waitsFor: WaitingFor;
}

/** The earliest of the wakes; null where there is none. */
export function soonest(wakes: readonly Wake[]): Wake | null {
  return wakes.reduce<Wake | null>((first, wake) => (first === null || wake.at < first.at ? wake : first), null);
}

/**
 * When a row's workflow must have planned again, or the sweep signals it: at the earliest wake, and while work is under
 * way at the latest when its budget is used up. Null where only a signal can bring anything new.
 */
export function nextWakeAt(
  wakes: readonly Wake[],
  { ACTIVITY_BUDGET_MS }: Config,
  { isBusy, now }: { readonly isBusy: boolean; readonly now: Date },
): Date | null {
  const latest = isBusy ? now.getTime() + ACTIVITY_BUDGET_MS : Infinity;
  const at = Math.min(soonest(wakes)?.at ?? Infinity, latest);
  return Number.isFinite(at) ? new Date(at) : null;
}

/**
 * So long after a reminder is due, milliseconds, its booking's workflow looks whether it went: the workers that send
 * reminders may be gone, or of an older version that leaves them to workflows.
 */
const REMINDED_WITHIN_MS = 5 * 60_000;

/** When a workflow looks whether a reminder went. */
export const afterReminder = (reminder: Wake): Wake => ({ ...reminder, at: reminder.at + REMINDED_WITHIN_MS });

/** After a roll-back rows may name a provider that only a newer build knows; it may be back after this, milliseconds. */
const UNKNOWN_PROVIDER_MS = 15 * 60_000;

/** When to look again for a build that knows a provider which this one does not. */
export const untilProviderIsKnown = (provider: string, now: Date): Wake => ({
  at: now.getTime() + UNKNOWN_PROVIDER_MS,
  reason: `a version that knows the provider ${provider}`,
  waitsFor: 'provider',
});

/** A wake as a timer of the workflow, which starts from its own clock. */
export const asTimer = ({ at, reason: name }: Wake, now: Date): NamedTime => ({
  name,
  at,
  inMs: Math.max(1, at - now.getTime()),
});

/** How long the activities of a plan may take. */
export const activityTimings = (config: Config): ActivityTimings => ({
  attemptMs: config.MEETING_ATTEMPT_MS,
  heartbeatMs: config.HEARTBEAT_MS,
  intervalMs: config.ATTEMPT_INTERVAL_MS,
});

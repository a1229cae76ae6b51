import type { Config } from '#config';
import type { ActivityTimings } from '#workflows/messages.ts';

/** The waits a workflow gives its activities. */
export function activityTimings(config: Config): ActivityTimings {
  return {
    attemptMs: config.MEETING_ATTEMPT_MS,
    heartbeatMs: config.HEARTBEAT_MS,
    intervalMs: config.ATTEMPT_INTERVAL_MS,
  };
}

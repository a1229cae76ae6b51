/**
 * Waits of the system in a campaign: shorter still than those of a disposable stack, in the same proportions, so that a
 * round with freezes beyond every lease takes seconds.
 */
export const SHORT_WAITS: Readonly<Record<string, string>> = {
  LINK_WAIT_MS: '2000',
  LOOK_AGAIN_MS: '1200',
  RETRY_AFTER_MS: '300',
  RETRY_CAP_MS: '1500',
  CALL_LEASE_MS: '2500',
  HEARTBEAT_MS: '2000',
  MAIL_LEASE_MS: '3000',
  ACTIVITY_BUDGET_MS: '10000',
  MEETING_ATTEMPT_MS: '8000',
  HTTP_TIMEOUT_MS: '1500',
  POLL_MS: '1500',
  OVERDUE_MS: '3000',
  // The fault tells how long a process stays away; the supervisor adds no time of its own.
  RESTART_DELAY_SECONDS: '0.3',
};

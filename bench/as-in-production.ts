/** For a disposable stack, which waits as briefly as tests do: the waits of production, and no limit to a bench's guests. */
export const AS_IN_PRODUCTION = {
  SWEEP_MS: '10000',
  UNDELIVERED_MS: '5000',
  OVERDUE_MS: '60000',
  LINK_WAIT_MS: '60000',
  ACTIVITY_BUDGET_MS: '90000',
  RATE_LIMIT_SCALE: '100000',
  LOG_LEVEL: 'warn',
};

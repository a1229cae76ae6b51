import { DefaultLogger } from '@temporalio/worker';
import { log } from '#log';

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;

/** Temporal's own log lines in ours. Only ids are taken over: its error objects may carry foreign text. */
export const temporalLogger = new DefaultLogger('INFO', ({ level, message, meta }) => {
  const { workflowId, runId, activityType, taskQueue } = (meta ?? {}) as Record<string, unknown>;
  log[LEVELS[level]]({ workflowId, runId, activityType, taskQueue }, message.split('\n')[0]);
});

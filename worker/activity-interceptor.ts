import { CancelledFailure, type Context } from '@temporalio/activity';
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker';
import { describeError, log } from '#log';
import { ProviderError } from '#providers/provider-error.ts';
import { toFailure } from './failure.ts';

/** Around every activity: a sign of life while it runs, and one place where a failure becomes what Temporal may know. */
export class ActivityInterceptor implements ActivityInboundCallsInterceptor {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const { info } = this.#context;
    // 0 where none is set, as for every local activity.
    const every = (info.heartbeatTimeoutMs ?? 0) / 3;
    const pulse = every > 0 ? setInterval(() => this.#context.heartbeat(), every) : undefined;
    try {
      return await next(input);
    } catch (error) {
      if (error instanceof CancelledFailure) throw error;
      const about = {
        activity: info.activityType,
        workflow: info.workflowExecution?.workflowId,
        attempt: info.attempt,
      };
      const foreign = error instanceof ProviderError ? { ...error.facts, kind: error.kind } : describeError(error);
      log.warn({ ...about, ...foreign }, 'activity failed');
      throw toFailure(error);
    } finally {
      clearInterval(pulse);
    }
  }
}

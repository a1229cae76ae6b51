import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { WorkflowSeen } from './observed.ts';

/** What Temporal shows of a workflow's newest run; null where there is none. */
export async function describeWorkflow(client: Client, workflowId: string): Promise<WorkflowSeen> {
  try {
    const { status, raw } = await client.workflow.getHandle(workflowId).describe();
    return {
      status: status.name,
      taskAttempts: raw.pendingWorkflowTask?.attempt ?? 0,
      activities: (raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure }) => ({
        name: activityType?.name ?? '',
        attempt: attempt ?? 0,
        failure: lastFailure?.message ?? '',
      })),
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

import { workflowInfo } from '@temporalio/workflow';

/**
 * Whether a run has become too long, or a newer version of the worker wants it. Its successor begins with a plan, so it is
 * told only what the plan cannot know.
 */
export function shouldContinue(): boolean {
  const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
  return continueAsNewSuggested || targetWorkerDeploymentVersionChanged;
}

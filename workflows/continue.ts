import { workflowInfo } from '@temporalio/workflow';

/**
 * Watches whether a run should end and its successor begin: it has become too long, or a worker of another version has
 * taken it over. A successor begins with a plan, so it is told only what the plan cannot know, and a `patched()` branch is
 * needed only until every run of an older version has planned once. Call it at a run's start.
 */
export function watchRun(): { shouldContinue(): boolean } {
  const begunBy = buildId();
  return { shouldContinue: () => workflowInfo().continueAsNewSuggested || buildId() !== begunBy };
}

/** The version of the worker that runs the present workflow task; the same when replayed. None in development. */
function buildId(): string | undefined {
  return workflowInfo().currentDeploymentVersion?.buildId;
}

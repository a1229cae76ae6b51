import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#config';
import { describeError, log } from '#log';
import { lazyTemporalClient } from '#temporal';
import { WORKER_DEPLOYMENT } from './workers.ts';

/**
 * Makes BUILD_ID the version that takes the next task of every workflow, by `node worker/make-current.ts` once its workers
 * run: Temporal gives a new version nothing until it is told so. The same as `temporal worker deployment
 * set-current-version`, for installations that replace their workers at once.
 */
const TRIES = 60;
const { BUILD_ID: buildId } = readConfig();
if (buildId === undefined) log.info('no BUILD_ID: workers without a version take work by themselves');
else await makeCurrent(buildId);

async function makeCurrent(buildId: string): Promise<void> {
  const client = lazyTemporalClient();
  const { namespace } = client.options;
  const ask = () =>
    client.connection.workflowService.setWorkerDeploymentCurrentVersion({
      namespace,
      deploymentName: WORKER_DEPLOYMENT,
      buildId,
    });
  try {
    for (let tries = 1; ; tries += 1) {
      // Refused until the version's workers have asked for work on every queue that the version before served.
      const refusal = await ask().then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal === null) break;
      if (tries === TRIES) throw refusal;
      log.info({ build: buildId, ...describeError(refusal) }, 'not made current yet');
      await sleep(1_000);
    }
  } finally {
    await client.connection.close();
  }
  log.info({ build: buildId }, 'made current');
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundle, type WorkflowBundleOption } from '@temporalio/worker';
import type { Config } from '#config';
import { temporalLogger } from './logger.ts';

/** The workflows as the worker runs them: from the image, where they were built once, or built now. */
export async function loadBundle(config: Pick<Config, 'WORKFLOW_BUNDLE_DIR'>): Promise<WorkflowBundleOption> {
  const { WORKFLOW_BUNDLE_DIR: folder } = config;
  return folder === undefined ? bundleWorkflows(temporalLogger) : { codePath: join(folder, BUNDLE_FILE) };
}

export const BUNDLE_FILE = 'workflows.js';

/** Bundles our workflows, which takes some seconds of a processor. */
export function bundleWorkflows(logger: Logger): Promise<WorkflowBundle> {
  const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
  return bundleWorkflowCode({ workflowsPath, logger });
}

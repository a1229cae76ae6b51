import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundle, type WorkflowBundleOption } from '@temporalio/worker';
import type { Config } from '#config';
import { temporalLogger } from './logger.ts';

/** The bundles that a folder holds; the traced one carries a trace on from a signal to the activities. */
export const BUNDLES = { plain: 'workflows.js', traced: 'workflows-traced.js' } as const;
export type BundleKind = keyof typeof BUNDLES;

type Settings = Pick<Config, 'WORKFLOW_BUNDLE_DIR' | 'OTEL_EXPORTER_OTLP_ENDPOINT'>;

/** The workflows as the worker runs them: from the image, where they were built once, or built now. */
export async function loadBundle(config: Settings): Promise<WorkflowBundleOption> {
  const kind = config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? 'plain' : 'traced';
  const { WORKFLOW_BUNDLE_DIR: folder } = config;
  return folder === undefined ? bundleWorkflows(temporalLogger, kind) : { codePath: join(folder, BUNDLES[kind]) };
}

/** Bundles the workflows into a folder, for workers that find it by WORKFLOW_BUNDLE_DIR. */
export async function writeBundles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const kind of ['plain', 'traced'] satisfies BundleKind[]) {
    const { code } = await bundleWorkflows(temporalLogger, kind);
    await writeFile(join(folder, BUNDLES[kind]), code);
  }
}

/** Bundles our workflows, which takes some seconds of a processor. */
export function bundleWorkflows(logger: Logger, kind: BundleKind = 'plain'): Promise<WorkflowBundle> {
  const [workflowsPath, shortStacks] = [sourceOf('index.ts'), sourceOf('short-stacks.ts')];
  const tracing = '@temporalio/interceptors-opentelemetry/lib/workflow-interceptors';
  const interceptors = kind === 'traced' ? [createRequire(import.meta.url).resolve(tracing)] : [];
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: interceptors,
    // Read once for all workflows instead of once for each: our modules keep nothing of a workflow.
    preloadModules: [shortStacks, workflowsPath],
    logger,
  });
}

const sourceOf = (name: string) => fileURLToPath(new URL(`../workflows/${name}`, import.meta.url));

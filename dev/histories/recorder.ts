import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { until } from '#dev/clients/until.ts';
import type { Workflows } from '#dev/clients/workflows.ts';

const FOLDER = join(import.meta.dirname, '../../test/histories');

interface Wanted {
  readonly workflowId: string;
  /** The newest run where left out. */
  readonly runId?: string;
  /** What the workflow has to be before its history is kept, as Temporal says it. */
  readonly status?: string;
}

/** Keeps histories as files for the replay test. */
export function openRecorder({ client }: Workflows) {
  return {
    async keep(name: string, { workflowId, runId, status }: Wanted): Promise<void> {
      const handle = client.workflow.getHandle(workflowId, runId);
      if (status !== undefined)
        await until(`${name} to be ${status}`, async () => (await handle.describe()).status.name === status, {
          within: 60_000,
        });
      const text = historyToJSON(await handle.fetchHistory());
      await mkdir(FOLDER, { recursive: true });
      // Who worked on it is of no interest here.
      await writeFile(
        join(FOLDER, `${name}.json`),
        `${text.replaceAll(/"identity": *"[^"]*"/g, '"identity": "recorded"')}\n`,
      );
      console.log(`${name}: ${workflowId}`);
    },
  };
}

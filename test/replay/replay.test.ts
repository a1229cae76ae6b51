import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';

const HISTORIES = join(import.meta.dirname, '../histories');

let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  const logger = new DefaultLogger('ERROR');
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger, telemetryOptions: { logging: { filter, forward: {} } } });
  const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
  workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
});

// Bookings of an earlier day run on under today's code (recorded by `npm run histories:record`).
test.each(readdirSync(HISTORIES))('%s replays under today’s workflow code', async (name) => {
  const history: unknown = JSON.parse(readFileSync(join(HISTORIES, name), 'utf8'));
  await expect(Worker.runReplayHistory({ workflowBundle }, history)).resolves.toBeUndefined();
});

test('a history that today’s code would not have made is refused', async () => {
  const [name = ''] = readdirSync(HISTORIES);
  const text = readFileSync(join(HISTORIES, name), 'utf8').replaceAll('createMeeting', 'makeMeeting');
  const history: unknown = JSON.parse(text);
  await expect(Worker.runReplayHistory({ workflowBundle }, history)).rejects.toThrow(
    /TMPRL1100|[Nn]ondeterminism|determinis/,
  );
});

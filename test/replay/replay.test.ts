import { readdirSync, readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBundle } from '#worker/bundle.ts';

const ROOT = join(import.meta.dirname, '../..');
const HISTORIES = join(ROOT, 'test/histories');

let folder: string;
let workflowBundle: WorkflowBundleOption;
beforeAll(async () => {
  const logger = new DefaultLogger('ERROR');
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger, telemetryOptions: { logging: { filter, forward: {} } } });
  // As the image's build does.
  folder = await mkdtemp(join(tmpdir(), 'workflows-'));
  await promisify(execFile)(process.execPath, [join(ROOT, 'worker/bundle-main.ts'), folder]);
  workflowBundle = await loadBundle({ WORKFLOW_BUNDLE_DIR: folder });
});
afterAll(() => rm(folder, { recursive: true }));

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

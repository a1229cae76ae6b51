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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundleKind, loadBundle } from '#worker/bundle.ts';

const ROOT = join(import.meta.dirname, '../..');
const HISTORIES = join(ROOT, 'test/histories');

const readHistory = (name: string) => readFileSync(join(HISTORIES, name), 'utf8');
let folder: string;
const bundles = new Map<BundleKind, WorkflowBundleOption>();
beforeAll(async () => {
  const logger = new DefaultLogger('ERROR');
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger, telemetryOptions: { logging: { filter, forward: {} } } });
  // As the image's build does.
  folder = await mkdtemp(join(tmpdir(), 'workflows-'));
  await promisify(execFile)(process.execPath, [join(ROOT, 'worker/bundle-main.ts'), folder]);
  const settings = { WORKFLOW_BUNDLE_DIR: folder, OTEL_EXPORTER_OTLP_ENDPOINT: undefined };
  bundles.set('plain', await loadBundle(settings));
  bundles.set('traced', await loadBundle({ ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }));
});
afterAll(() => rm(folder, { recursive: true }));

const replay = (kind: BundleKind, history: unknown) => {
  const workflowBundle = bundles.get(kind);
  if (workflowBundle === undefined) throw new Error(`There is no ${kind} bundle`);
  return Worker.runReplayHistory({ workflowBundle }, history);
};

// Bookings of an earlier day run on under today's code (recorded by `npm run histories:record`), with and without traces.
describe.each(['plain', 'traced'] satisfies BundleKind[])('%s', (kind) => {
  test.each(readdirSync(HISTORIES))('%s replays under today’s workflow code', async (name) => {
    await expect(replay(kind, JSON.parse(readHistory(name)))).resolves.toBeUndefined();
  });
});

/** What only some workflows meet, and which recording has met it. */
test.each([
  ['booked-moved-cancelled', ['TIMER_CANCELED', 'WORKFLOW_EXECUTION_COMPLETED']],
  ['provider-refuses', ['ACTIVITY_TASK_FAILED', 'TIMER_FIRED']],
  ['database-hangs', ['ACTIVITY_TASK_TIMED_OUT', 'TIMER_FIRED']],
  ['continued-as-new', ['WORKFLOW_EXECUTION_CONTINUED_AS_NEW']],
  ['calendar', ['ACTIVITY_TASK_COMPLETED', 'TIMER_STARTED', 'WORKFLOW_EXECUTION_COMPLETED']],
  ['webhook', ['ACTIVITY_TASK_COMPLETED', 'TIMER_CANCELED', 'WORKFLOW_EXECUTION_COMPLETED']],
])('%s has met %s', (name, events) => {
  const text = readHistory(`${name}.json`);
  expect(events.filter((event) => !text.includes(`"EVENT_TYPE_${event}"`))).toEqual([]);
});

test('among the recorded are a failed local activity, a connection, and a booking started by the sweep', () => {
  const { events } = JSON.parse(readHistory('database-hangs.json')) as {
    events: { markerRecordedEventAttributes?: { failure?: unknown } }[];
  };
  expect(events.some((event) => event.markerRecordedEventAttributes?.failure !== undefined)).toBe(true);
  expect(readHistory('connection.json')).toMatch(/"workflowType":\s*\{\s*"name":\s*"connection"\s*\}/);
  expect(/"signalName":\s*"(\w+)"/.exec(readHistory('started-by-the-sweep.json'))?.[1]).toBe('sweep');
});

test('one was found from its start, and published nothing between one call and the next', () => {
  const { events } = JSON.parse(readHistory('found-from-its-start.json')) as { events: { eventType: string }[] };
  const types = events.map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
  const done = types.flatMap((type, index) => (type === 'ACTIVITY_TASK_COMPLETED' ? [index] : []));
  expect(done.length).toBeGreaterThan(2);
  expect(types.indexOf('UPSERT_WORKFLOW_SEARCH_ATTRIBUTES')).toBeGreaterThan(done[1] ?? Infinity);
});

test('a history that today’s code would not have made is refused', async () => {
  const text = readHistory('booked-moved-cancelled.json').replaceAll('createMeeting', 'makeMeeting');
  await expect(replay('plain', JSON.parse(text))).rejects.toThrow(/TMPRL1100|[Nn]ondeterminism|determinis/);
});

/**
 * Records histories of workflows for the replay test, on a stack of its own: `npm run histories:record`. Run it when a
 * workflow has learnt something new. What each has to contain is said in `test/replay/replay.test.ts`.
 */
import { openWorkflows } from '#dev/clients/workflows.ts';
import { endChildren } from '#dev/processes/child.ts';
import { createDisposableStack } from '#dev/stack/disposable-stack.ts';
import { openRecorder } from './recorder.ts';
import { recordBookings } from './record-bookings.ts';
import { recordCalendar } from './record-calendar.ts';
import { recordTroubles } from './record-troubles.ts';
import { recordWebhook } from './record-webhook.ts';

const stack = createDisposableStack({
  TEMPORAL_DYNAMIC_CONFIG: 'history.timerProcessorMaxTimeShift="5ms" limit.historyCount.suggestContinueAsNew=120',
  // An attempt that meets a database that hangs ends by Temporal's clock, before the database's own limit.
  MEETING_ATTEMPT_MS: '4000',
  LOG_LEVEL: 'error',
});
try {
  await stack.start();
  const { temporal } = await stack.file();
  const workflows = openWorkflows(temporal);
  const scene = { stack, workflows, recorder: openRecorder(workflows) };
  await recordBookings(scene);
  await recordTroubles(scene);
  await recordCalendar(scene);
  await recordWebhook(scene);
  await workflows.close();
} finally {
  await stack.dispose();
  await endChildren();
}

import { Client as Postgres } from 'pg';
import { newGuest } from '#dev/clients/guest.ts';
import { until } from '#dev/clients/until.ts';
import { bookingWorkflowId } from '#workflows/signals.ts';
import { ProblemKey } from '#workflows/search-attributes.ts';
import { type RecordingScene, zoomPage } from './record-bookings.ts';

const MINUTE_MS = 60_000;
type Page = Awaited<ReturnType<typeof zoomPage>>;

/** Bookings whose provider, database, worker or workflow fails under them. */
export async function recordTroubles(scene: RecordingScene): Promise<void> {
  const page = await zoomPage(scene);
  await recordLostAnswer(scene, page);
  await recordRefusingProvider(scene, page);
  await recordHangingDatabase(scene, page);
  await recordLongRun(scene, page);
  await recordTermination(scene, page);
}

/** Keeps a run once it has ended because its guest cancelled. */
async function keepCancelled({ recorder, stack }: RecordingScene, name: string, { id, token }: Booked): Promise<void> {
  await newGuest((await stack.file()).app).cancel(token);
  await recorder.keep(name, { workflowId: bookingWorkflowId(id), status: 'COMPLETED' });
}
type Booked = Awaited<ReturnType<Page['book']>>;

async function recordLostAnswer(scene: RecordingScene, { zoom, book, link }: Page): Promise<void> {
  await zoom.fault({ operation: 'create', effect: 'drop_after_commit', times: 1 });
  const booked = await book(9);
  await link(booked.token);
  await keepCancelled(scene, 'answer-lost', booked);
}

/** The activity fails in every attempt; the wait before the next one is a timer that fires. */
async function recordRefusingProvider(scene: RecordingScene, { zoom, book, link }: Page): Promise<void> {
  await zoom.fault({ operation: 'create', effect: 'error', status: 503, times: 7 });
  const booked = await book(10);
  await link(booked.token);
  await keepCancelled(scene, 'provider-refuses', booked);
}

/** The activity times out in every attempt, then the plan fails, and is tried again by a timer. */
async function recordHangingDatabase(scene: RecordingScene, { zoom, book, link }: Page): Promise<void> {
  const { database } = await scene.stack.file();
  await zoom.fault({ operation: 'create', effect: 'slow', delayMs: 1_500, times: 1 });
  const calls = async () => (await zoom.ledger()).filter(({ operation }) => operation === 'create').length;
  const before = await calls();
  const booked = await book(12);
  await until('the call', async () => (await calls()) > before, { every: 20 });
  const holder = new Postgres({ connectionString: database });
  await holder.connect();
  await holder.query('begin; lock table conferences in access exclusive mode');
  const handle = scene.workflows.client.workflow.getHandle(bookingWorkflowId(booked.id));
  const timedOut = async () =>
    (await handle.fetchHistory()).events?.some((event) => event.activityTaskTimedOutEventAttributes);
  await until('every attempt to time out', timedOut, { within: 2 * MINUTE_MS });
  const problem = async () => (await handle.describe()).typedSearchAttributes.get(ProblemKey);
  await until('the plan to fail', async () => (await problem()) === 'plan_failed', { within: MINUTE_MS });
  await holder.end();
  await link(booked.token);
  await keepCancelled(scene, 'database-hangs', booked);
}

/** So many signals that the run continues as new. */
async function recordLongRun(scene: RecordingScene, { book, link }: Page): Promise<void> {
  const booked = await book(14);
  await link(booked.token);
  const handle = scene.workflows.client.workflow.getHandle(bookingWorkflowId(booked.id));
  const { runId } = await handle.describe();
  const drive = async () => {
    await handle.signal('providerChanged');
    return (await handle.describe()).runId !== runId;
  };
  await until('the next run', drive, { within: 2 * MINUTE_MS, every: 10 });
  const workflowId = bookingWorkflowId(booked.id);
  await scene.recorder.keep('continued-as-new', { workflowId, runId });
  await keepCancelled(scene, 'continued-from-before', booked);
}

/** Terminated while its provider refuses; the sweep starts it again. */
async function recordTermination(scene: RecordingScene, { zoom, book, link }: Page): Promise<void> {
  await zoom.fault({ operation: 'create', effect: 'error', status: 503, times: 1_000 });
  const booked = await book(15);
  await until('the first call', async () => (await zoom.ledger()).at(-1)?.fault === 'error');
  await scene.workflows.terminate(booked.id);
  await zoom.clearFaults();
  await until('the sweep', async () => (await scene.workflows.statusOf(booked.id)) === 'RUNNING', {
    within: 2 * MINUTE_MS,
  });
  await link(booked.token);
  await keepCancelled(scene, 'started-by-the-sweep', booked);
}

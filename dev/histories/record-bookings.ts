import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import type { Workflows } from '#dev/clients/workflows.ts';
import type { DisposableStack } from '#dev/stack/disposable-stack.ts';
import { bookingWorkflowId, connectionWorkflowId } from '#workflows/signals.ts';
import { runSql } from '#dev/postgres/server.ts';
import type { openRecorder } from './recorder.ts';

const DAY_MS = 86_400_000;

export interface RecordingScene {
  readonly stack: DisposableStack;
  readonly workflows: Workflows;
  readonly recorder: ReturnType<typeof openRecorder>;
}

/** A host at Zoom with a page, open at all hours, and who books there. */
export async function zoomPage({ stack }: RecordingScene, rules: Parameters<HostClient['offer']>[1] = {}) {
  const { app, simulators } = await stack.file();
  const host = await signUp(app);
  await host.alwaysOpen();
  await host.connect('zoom', `recorded-${host.handle}`);
  const guest = newGuest(app);
  const page = { handle: host.handle, slug: (await host.offer('zoom', rules)).slug };
  const freeIn = async (days: number) => (await guest.freeTimes(page, inDays(days), inDays(days + 1)))[0] ?? '';
  return {
    host,
    guest,
    freeIn,
    zoom: openSimulator(simulators, 'zoom'),
    book: async (days: number) => guest.book(page, await freeIn(days)),
    link: (token: string) =>
      until('the link', async () => (await guest.read(token)).conference.joinUrl, { within: 90_000 }),
  };
}

/** Bookings as they go in good order, and a connection from its consent to its end. */
export async function recordBookings(scene: RecordingScene): Promise<void> {
  const { recorder, workflows } = scene;
  const { host, guest, zoom, book, link, freeIn } = await zoomPage(scene);
  const keep = (name: string, id: string) =>
    recorder.keep(name, { workflowId: bookingWorkflowId(id), status: 'COMPLETED' });

  const booked = await book(2);
  await link(booked.token);
  const later = await freeIn(5);
  await guest.reschedule(booked.token, later);
  await until('the meeting to follow', async () =>
    (await zoom.meetings()).some(({ startsAt }) => Date.parse(startsAt) === Date.parse(later)),
  );
  await guest.cancel(booked.token);
  await keep('booked-moved-cancelled', booked.id);

  const found = await book(9);
  // Published from its start on, and again only once nothing is under way.
  await until(
    'the link to be published',
    async () => (await workflows.lineOf(found.id)) === 'RUNNING confirmed ready',
    {
      within: 60_000,
    },
  );
  await guest.cancel(found.token);
  await keep('found-from-its-start', found.id);

  await zoom.fault({ operation: 'create', effect: 'error', status: 400, times: 1 });
  const refused = await book(13);
  await until('the refusal', async () => (await guest.read(refused.token)).conference.status === 'failed');
  await workflows.client.workflow.getHandle(bookingWorkflowId(refused.id)).signal('cancel');
  await keep('refused-and-cancelled-by-the-operator', refused.id);

  await recordAsked(scene);
  const { database } = await scene.stack.file();
  const [connection] = await runSql(
    database,
    `select c.id from connections c join users u on u.id = c.host_id where u.handle = '${host.handle}'`,
  );
  await host.json('DELETE', '/api/v1/integrations/zoom');
  await recorder.keep('connection', {
    workflowId: connectionWorkflowId(String(connection?.['id'])),
    status: 'COMPLETED',
  });
}

async function recordAsked(scene: RecordingScene): Promise<void> {
  const { host, book, link } = await zoomPage(scene, { requiresConfirmation: true });
  const keep = (name: string, id: string) =>
    scene.recorder.keep(name, { workflowId: bookingWorkflowId(id), status: 'COMPLETED' });
  const confirmed = await book(7);
  await host.json('POST', `/api/v1/bookings/${confirmed.id}/confirm`, {});
  await link(confirmed.token);
  await host.json('POST', `/api/v1/bookings/${confirmed.id}/cancel`, { reason: 'Something came up.' });
  await keep('confirmed-by-the-host', confirmed.id);
  const declined = await book(11);
  await host.json('POST', `/api/v1/bookings/${declined.id}/decline`, {});
  await keep('declined-by-the-host', declined.id);
}

function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}

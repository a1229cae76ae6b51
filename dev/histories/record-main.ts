/**
 * Records histories of a running stack's workflows for the replay test: `npm run histories:record`. Run it when a
 * workflow has learnt something new; keep the older recordings, since bookings of their day may still run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows, type Workflows } from '#dev/clients/workflows.ts';
import { runningStack } from '#dev/stack/stack-file.ts';

const FOLDER = join(import.meta.dirname, '../../test/histories');
const DAY_MS = 86_400_000;

const places = await runningStack(process.env['DATA_DIR'] ?? '.data');
const workflows = openWorkflows(places.temporal);
await mkdir(FOLDER, { recursive: true });

const host = await signUp(places.app);
await host.alwaysOpen();
await host.connect('zoom', `recorded-${Date.now()}`);
const guest = newGuest(places.app);
const zoom = openSimulator(places.simulators, 'zoom');

const open = await host.offer('zoom');
const page = { handle: host.handle, slug: open.slug };
const [first = '', second = ''] = await guest.freeTimes(page, inDays(2), inDays(4));

const booked = await guest.book(page, first);
await until('the link', async () => (await guest.read(booked.token)).conference.joinUrl);
const later = (await guest.freeTimes(page, inDays(5), inDays(6)))[0] ?? second;
await guest.reschedule(booked.token, later);
await until('the meeting to follow', async () =>
  (await zoom.meetings()).some(({ startsAt }) => Date.parse(startsAt) === Date.parse(later)),
);
await guest.cancel(booked.token);
await keep('booked-moved-cancelled', booked.id, 'COMPLETED');

const asked = await host.offer('zoom', { requiresConfirmation: true });
const pendingPage = { handle: host.handle, slug: asked.slug };
const pending = await guest.book(pendingPage, (await guest.freeTimes(pendingPage, inDays(7), inDays(8)))[0] ?? '');
await host.json('POST', `/api/v1/bookings/${pending.id}/confirm`, {});
await until('the link', async () => (await guest.read(pending.token)).conference.joinUrl);
await host.json('POST', `/api/v1/bookings/${pending.id}/cancel`, { reason: 'Something came up.' });
await keep('confirmed-by-the-host', pending.id, 'COMPLETED');

await zoom.fault({ operation: 'create', effect: 'drop_after_commit', times: 1 });
const unlucky = await guest.book(page, (await guest.freeTimes(page, inDays(9), inDays(10)))[0] ?? '');
await until('the link', async () => (await guest.read(unlucky.token)).conference.joinUrl, { within: 90_000 });
await keep('answer-lost', unlucky.id, 'RUNNING');

const declined = await guest.book(pendingPage, (await guest.freeTimes(pendingPage, inDays(11), inDays(12)))[0] ?? '');
await host.json('POST', `/api/v1/bookings/${declined.id}/decline`, {});
await keep('declined-by-the-host', declined.id, 'COMPLETED');

await zoom.fault({ operation: 'create', effect: 'error', status: 400, times: 1 });
const refused = await guest.book(page, (await guest.freeTimes(page, inDays(13), inDays(14)))[0] ?? '');
await until('the refusal', async () => (await guest.read(refused.token)).conference.status === 'failed');
await workflows.client.workflow.getHandle(`booking-${refused.id}`).signal('cancel');
await keep('refused-and-cancelled-by-the-operator', refused.id, 'COMPLETED');
await workflows.close();
console.log(`Recorded in ${FOLDER}`);

function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}

async function keep(name: string, bookingId: string, status: string): Promise<void> {
  await until(`${name} to be ${status}`, async () => (await workflows.statusOf(bookingId)) === status);
  await writeFile(join(FOLDER, `${name}.json`), `${await historyOf(workflows, bookingId)}\n`);
  console.log(`${name}: booking-${bookingId}`);
}

async function historyOf({ client }: Workflows, bookingId: string): Promise<string> {
  const text = historyToJSON(await client.workflow.getHandle(`booking-${bookingId}`).fetchHistory());
  // The identity names the machine that recorded it.
  return text.replaceAll(/"identity": *"[^"]*"/g, '"identity": "recorded"');
}

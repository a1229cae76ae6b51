import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import type { GuestBooking } from '#api/guest/schema.ts';
import { type GuestClient, newGuest } from '#dev/clients/guest.ts';
import { openMailbox } from '#dev/clients/mailbox.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { startChild } from '#dev/processes/child.ts';
import { listenersOf, LOOPBACK } from './listeners.ts';
import { nodeCommand } from '#dev/stack/node-parts.ts';
import { useStack } from '#test/setup/stack.ts';

const DAY_MS = 86_400_000;
const stack = useStack();

/** A guest books the demo host's first free time from the day after tomorrow on, as soon as the API answers. */
async function book(): Promise<{ guest: GuestClient; booked: GuestBooking }> {
  const { app, demo } = await stack.file();
  const guest = newGuest(app);
  const page = { handle: demo.handle, slug: demo.eventTypes['zoom'] ?? '' };
  const from = new Date(Date.now() + 2 * DAY_MS);
  const booked = await until('a booking to be taken', async () => {
    const [startsAt = ''] = await guest.freeTimes(page, from, new Date(from.getTime() + DAY_MS));
    return guest.book(page, startsAt);
  });
  return { guest, booked };
}

async function linkOf(guest: GuestClient, { token }: GuestBooking): Promise<string> {
  return until('the link', async () => (await guest.read(token)).conference.joinUrl, { within: 60_000 });
}

async function joinUrls(): Promise<(string | null)[]> {
  const meetings = await openSimulator((await stack.file()).simulators, 'zoom').meetings();
  return meetings.map(({ joinUrl }) => joinUrl);
}

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url.includes('://') ? url : `tcp://${url}`);
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), hostname);
    socket.once('connect', () => resolve(!socket.destroy().connecting));
    socket.once('error', () => resolve(false));
  });
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('the page at / says where the parts of the stack are, and how to log in', async () => {
  const { app, mailbox, demo, nova } = await stack.file();
  const page = await (await fetch(app)).text();
  for (const told of [mailbox, `/${demo.handle}/`, demo.password, nova.password]) expect(page).toContain(told);
});

test('a guest books with the demo host and gets the link by mail', async () => {
  const { guest, booked } = await book();
  expect(booked.status).toBe('confirmed');
  const link = await linkOf(guest, booked);
  expect(await joinUrls()).toContain(link);
  const mail = await openMailbox((await stack.file()).mailbox).awaitMail(guest.email, /./);
  expect(mail.text).toContain(link);
});

test.skipIf(process.platform !== 'linux')('every listener listens on loopback only', async () => {
  const { pids, app, mailbox } = await stack.file();
  const listening = await listenersOf(Object.values(pids));
  for (const url of [app, mailbox]) expect(listening.map(({ port }) => port)).toContain(Number(new URL(url).port));
  expect(listening.filter(({ address }) => !LOOPBACK.has(address))).toEqual([]);
});

test.each(['api', 'worker', 'temporal', 'postgres', 'simulators', 'mailbox'] as const)(
  '%s is started again when it dies, and bookings go on',
  async (part) => {
    await stack.killAndAwait(part);
    const { guest, booked } = await book();
    const link = await linkOf(guest, booked);
    expect(await joinUrls()).toContain(link);
  },
);

test('a second start on the same data is refused with the address of the first', async () => {
  const second = startChild(nodeCommand('dev/start.ts', await stack.environment()));
  await until('the second to end', () => second.gone.aborted);
  const { message, cause } = second.gone.reason as Error;
  expect(message).toBe('ended with 1');
  expect(cause).toContain((await stack.file()).app);
});

test('everything is found again after the whole group was killed', async () => {
  const { guest, booked } = await book();
  const link = await linkOf(guest, booked);
  await stack.killAll();
  await stack.start();
  const found = await guest.read(booked.token);
  expect(found).toMatchObject({ status: 'confirmed', startsAt: booked.startsAt, conference: { joinUrl: link } });
  expect(await joinUrls()).toContain(link);
});

test('no part outlives a supervisor that was killed', async () => {
  const { pids } = await stack.file();
  await stack.kill('supervisor');
  await until('every part to end', () => Object.values(pids).every((pid) => !isAlive(pid)));
  expect(await isListening((await stack.file()).app)).toBe(false);
  await stack.stop();
  await stack.start();
});

test('Ctrl-C leaves nothing behind', async () => {
  const { app, temporal, mailbox, simulators, database, pids } = await stack.file();
  await stack.stop();
  await expect(stack.file()).rejects.toThrow('not ready');
  const addresses = [app, temporal, mailbox, simulators, database];
  expect(await Promise.all(addresses.map(isListening))).toEqual(addresses.map(() => false));
  expect(Object.values(pids).filter(isAlive)).toEqual([]);
});

import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { until } from '#dev/processes/until.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url.includes('://') ? url : `tcp://${url}`);
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), hostname);
    socket.once('connect', () => resolve(!socket.destroy().connecting));
    socket.once('error', () => resolve(false));
  });
}

test('a guest books with the demo host and gets the link by mail', async () => {
  const guest = await stack.guest();
  const booked = await guest.book('demo/zoom-30');
  expect(booked.status).toBe('confirmed');
  const { conference } = await guest.until(booked.token, ({ conference }) => conference.status === 'ready');
  const meetings = await (await stack.sim('zoom')).meetings();
  expect(meetings.map(({ joinUrl }) => joinUrl)).toContain(conference.joinUrl);
  const mail = await (await stack.mailbox()).first({ to: booked.guest.email });
  expect(mail.text).toContain(conference.joinUrl);
});

test.each(['api', 'worker', 'temporal', 'postgres', 'simulators', 'mailbox'] as const)(
  '%s is started again when it dies, and bookings go on',
  async (part) => {
    await stack.killAndAwait(part);
    const guest = await stack.guest();
    const booked = await until(() => guest.book('demo/zoom-30'), { what: 'a booking to be taken' });
    const { conference } = await guest.until(booked.token, ({ conference }) => conference.status === 'ready', 60_000);
    expect(conference.joinUrl).toContain('zoom');
  },
);

test('everything is found again after the whole group was killed', async () => {
  const guest = await stack.guest();
  const booked = await guest.book('demo/zoom-30');
  await guest.until(booked.token, ({ conference }) => conference.status === 'ready');
  await stack.killAll();
  await stack.start();
  const found = await guest.read(booked.token);
  expect(found.status).toBe('confirmed');
  const meetings = await (await stack.sim('zoom')).meetings();
  expect(meetings.map(({ joinUrl }) => joinUrl)).toContain(found.conference.joinUrl);
});

test('Ctrl-C leaves nothing behind', async () => {
  const { app, temporal, mailbox, simulators, database, pids } = await stack.file();
  await stack.stop();
  await expect(stack.file()).rejects.toThrow('not ready');
  const addresses = [app, temporal, mailbox, simulators, database];
  expect(await Promise.all(addresses.map(isListening))).toEqual(addresses.map(() => false));
  for (const pid of Object.values(pids)) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await stack.start();
});

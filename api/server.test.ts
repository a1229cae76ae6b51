import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import Koa from 'koa';
import { afterAll, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { ApiState } from './context.ts';
import { createApiServer } from './server.ts';

async function listen(trustedProxies: number) {
  const app = new Koa<ApiState>();
  app.use((ctx) => {
    ctx.body = 'fine';
  });
  const server = createApiServer(app, { trustedProxies, scale: 1 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const direct = await listen(0);
const behindProxy = await listen(1);

async function open(port: number, count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

const isAnswered = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).ok;

test('one network has so many connections and no more, and gets them back', async () => {
  const sockets = await open(direct, 405);
  await until('those beyond to be closed', () => sockets.filter(({ closed }) => closed).length === 5);
  await expect(isAnswered(direct)).rejects.toThrow('fetch failed');
  for (const socket of sockets) socket.destroy();
  await until('others to be taken', () => isAnswered(direct));
});

test('connections of a proxy are those of all its clients', async () => {
  const sockets = await open(behindProxy, 405);
  expect(await isAnswered(behindProxy)).toBe(true);
  expect(sockets.filter(({ closed }) => closed)).toEqual([]);
  for (const socket of sockets) socket.destroy();
});

test('a head that does not end is given up', { timeout: 60_000 }, async () => {
  const [socket] = await open(direct, 1);
  const drip = setInterval(() => socket?.write('X-A: b\r\n'), 1_000);
  socket?.write('GET / HTTP/1.1\r\nHost: x\r\n');
  expect(await text(socket as Socket)).toMatch(/^HTTP\/1\.1 408 /);
  clearInterval(drip);
});

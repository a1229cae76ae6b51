import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { choosePorts } from './choose-ports.ts';
import { readSettings } from './settings.ts';

const servers: ReturnType<typeof createServer>[] = [];

async function busyPort(port = 0, host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(port, host);
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

afterEach(() => servers.splice(0).forEach((server) => server.close()));

describe('ports', () => {
  test('a busy default gives the next free one', async () => {
    await busyPort(3000).catch(() => undefined);
    const { PORT } = await choosePorts(readSettings({}));
    expect(PORT).toBeGreaterThan(3000);
    expect(PORT).toBeLessThan(3100);
  });

  test.each(['127.0.0.1', '::'])(
    'a busy port set by hand (on %s) is an error that names the variable',
    async (host) => {
      const port = await busyPort(0, host);
      await expect(choosePorts(readSettings({ SMTP_PORT: String(port) }))).rejects.toThrow(
        `SMTP_PORT=${port} is in use`,
      );
    },
  );

  test('a free port set by hand is taken, and no other part gets it', async () => {
    const { SMTP_PORT: wanted } = await choosePorts(readSettings({}));
    const chosen = await choosePorts(readSettings({ MAILBOX_PORT: String(wanted) }));
    expect(chosen.MAILBOX_PORT).toBe(wanted);
    expect(chosen.SMTP_PORT).not.toBe(wanted);
  });

  test('0 means any, and all are different', async () => {
    const names = ['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'MAILBOX_PORT', 'SMTP_PORT', 'SIMULATOR_PORT'];
    const chosen = await choosePorts(readSettings(Object.fromEntries(names.map((name) => [name, '0']))));
    expect(new Set(Object.values(chosen)).size).toBe(7);
  });

  test('what is no port is refused with the name of its variable', () => {
    expect(() => readSettings({ PORT: 'web' })).toThrow('PORT: must be a port number');
  });
});

import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { freePort } from '#dev/processes/ports.ts';
import { startApi } from '#test/fixtures/running-api.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ann' });
await host.alwaysOpen();
const { id, slug } = await host.offer('phone');
const { key } = await host.json<{ key: string }>('POST', '/api/v1/api-keys', { name: 'Examples', scope: 'write' });

const EXAMPLES = join(import.meta.dirname, '../examples');
const env = { PATH: process.env['PATH'] ?? '', INSYTICAL_URL: api.base, INSYTICAL_KEY: key };
const run = (program: string, args: readonly string[]) => promisify(execFile)(program, [...args], { env });
const hasCurl = (() => {
  try {
    return execFileSync('curl', ['--version']).length > 0;
  } catch {
    return false;
  }
})();

test('a program in TypeScript books with an API key', async () => {
  const { stdout } = await run(process.execPath, [join(EXAMPLES, 'book.ts'), slug, 'lee@example.org', 'Lee Guest']);
  const [bookingId = '', startsAt = ''] = stdout.trim().split(' ');
  expect(await host.booking(bookingId)).toMatchObject({ status: 'confirmed', startsAt, guest: { name: 'Lee Guest' } });
});

test.skipIf(!hasCurl)('curl books with an API key', async () => {
  const days = 86_400_000;
  const page = { handle: host.handle, slug };
  const times = await newGuest(api.base).freeTimes(page, new Date(Date.now() + days), new Date(Date.now() + 3 * days));
  const startsAt = times.at(-1) ?? '';
  const { stdout } = await run('sh', [join(EXAMPLES, 'book.sh'), id, startsAt, 'ann@example.org']);
  const booking = JSON.parse(stdout) as { id: string };
  expect(await host.booking(booking.id)).toMatchObject({ status: 'confirmed', startsAt, guest: { name: 'Ann Lee' } });
});

test('a receiver takes what is signed, once, and refuses the rest', async () => {
  const port = await freePort();
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const receiver = spawn(process.execPath, [join(EXAMPLES, 'webhook-receiver.ts')], {
    env: { ...env, PORT: String(port), WEBHOOK_SECRET: secret },
  });
  onTestFinished(() => void receiver.kill());
  const said: string[] = [];
  const lines = createInterface({ input: receiver.stdout });
  lines.on('line', (line) => said.push(line));
  await once(lines, 'line');
  const send = async (messageId: string, signedBy: string) => {
    const now = new Date();
    const body = JSON.stringify({ type: 'booking.confirmed', data: { booking: { id: messageId } } });
    const headers = {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': new Webhook(signedBy).sign(messageId, now, body),
    };
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    return answer.status;
  };
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  expect([await send('one', secret), await send('one', secret), await send('two', other)]).toEqual([204, 204, 401]);
  await expect.poll(() => said).toEqual(['listening', 'booking.confirmed one']);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { getUnderName } from '#test/fixtures/under-name.ts';
import { KEPT } from './retention.ts';

const folder = await mkdtemp(join(tmpdir(), 'stack-'));
afterAll(() => rm(folder, { recursive: true }));
await writeFile(
  join(folder, 'stack.json'),
  JSON.stringify({
    mailbox: 'http://127.0.0.1:1080',
    demo: { email: 'demo@example.com', password: 'demo-secret', handle: 'demo', eventTypes: { zoom: 'zoom-call' } },
  }),
);
const open = async (base: string, path: string) => (await fetch(base + path)).text();

test('in development the first page shows the stack’s addresses and logins', async () => {
  const api = await startApi({ environment: { NODE_ENV: 'development', DATA_DIR: folder } });
  const page = await open(api.base, '/');
  for (const part of ['http://127.0.0.1:1080', '/demo/zoom-call', 'demo-secret']) expect(page).toContain(part);
});

test('it hides them from requests through a tunnel or under a foreign name', async () => {
  const api = await startApi({ environment: { NODE_ENV: 'development', DATA_DIR: folder } });
  const pages = [
    (await getUnderName(api.base, 'rebound.example')).body,
    await (await fetch(api.base, { headers: { 'x-forwarded-for': '203.0.113.9' } })).text(),
    await (await fetch(api.base, { headers: { 'x-forwarded-proto': 'https' } })).text(),
  ];
  for (const page of pages) {
    expect(page).toContain('Log in');
    expect(page).not.toMatch(/demo-secret|1080/);
  }
});

test('in production it shows none, wherever the folder is', async () => {
  const api = await startApi({ environment: { NODE_ENV: 'production', DEV_INSTANT_SIGN_UP: '0', DATA_DIR: folder } });
  const page = await open(api.base, '/');
  expect(page).toContain('Log in');
  expect(page).not.toMatch(/demo-secret|1080/);
});

test('help, support and privacy name the address set up here', async () => {
  const api = await startApi({ environment: { SUPPORT_EMAIL: 'help@corp.example' } });
  for (const path of ['/help', '/support', '/privacy'])
    expect(await open(api.base, path)).toContain('help@corp.example');
});

test('security.txt says for some months ahead whom to tell of a weakness (RFC 9116)', async () => {
  const api = await startApi({ environment: { SUPPORT_EMAIL: 'help@corp.example' } });
  const answer = await fetch(`${api.base}/.well-known/security.txt`);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const [contact, expires, ...others] = (await answer.text()).split('\n');
  expect(contact).toBe('Contact: mailto:help@corp.example');
  const [, until = ''] = /^Expires: (\d{4}-\d\d-\d\dT00:00:00Z)$/.exec(expires ?? '') ?? [];
  const days = (Date.parse(until) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
  expect(others).toEqual(['Preferred-Languages: en', `Canonical: ${api.base}/.well-known/security.txt`, '']);
});

test('security.txt names the contact set up for it', async () => {
  const api = await startApi({ environment: { SECURITY_CONTACT: 'https://corp.example/security' } });
  expect(await open(api.base, '/.well-known/security.txt')).toContain('Contact: https://corp.example/security\n');
});

/** What is said, and the statement of `prune` that makes it true. */
const RETENTION = [
  ['Records of sent mails', '400 days', /from email_deliveries.*interval '400 days'/],
  [
    'Notifications of the platforms',
    '24 hours',
    /delete from inbox_notifications where handled_at is null.*interval '24 hours'/,
  ],
  ['Notifications of the platforms', '30 days', /delete from inbox_notifications.*interval '30 days'/],
  ['Logins', 'a day', /from sessions.*interval '1 day'/],
  ['Logins', 'a day', /from verifications.*interval '1 day'/],
  ['Attempts to connect', 'a day', /from oauth_attempts.*interval '1 day'/],
  ['Handles that a host gave up', '90 days', /from former_handles where kept_until/],
  ['The network a request to a host came from', 'a day', /set requested_from = null/],
  ['Keys against double bookings', '24 hours', /from idempotency_keys.*interval '24 hours'/],
] as const;

test.each(RETENTION)('%s are kept for %s, as the privacy page says', async (what, time, statement) => {
  expect(KEPT.find((sentence) => sentence.startsWith(what))).toContain(time);
  const prune = await readFile(join(import.meta.dirname, '../../worker/sweep/prune.ts'), 'utf8');
  expect(prune).toMatch(statement);
});

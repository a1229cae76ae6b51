import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { html } from '#html';
import { startApi } from '#test/fixtures/running-api.ts';
import { getUnderName } from '#test/fixtures/under-name.ts';
import { KEPT } from './retention.ts';

const open = async (base: string, path: string) => (await fetch(base + path)).text();

test('what development adds to the first page is for this machine’s own user', async () => {
  const api = await startApi({ homeSection: async () => html`<p>demo-secret</p>` });
  expect(await open(api.base, '/')).toContain('<p>demo-secret</p>');
  const foreign = [
    (await getUnderName(api.base, 'rebound.example')).body,
    await (await fetch(api.base, { headers: { 'x-forwarded-for': '203.0.113.9' } })).text(),
    await (await fetch(api.base, { headers: { 'x-forwarded-proto': 'https' } })).text(),
  ];
  for (const page of foreign) {
    expect(page).toContain('Log in');
    expect(page).not.toContain('demo-secret');
  }
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
  ['Records of sent mails', '400 days', /'email_deliveries',\s*`.*interval '400 days'/],
  ['Notifications of the platforms', '24 hours', /'inbox_notifications', `handled_at is null.*interval '24 hours'/],
  ['Notifications of the platforms', '30 days', /'inbox_notifications', `.*interval '30 days'/],
  ['Logins', 'a day', /'sessions', `.*interval '1 day'/],
  ['Logins', 'a day', /'verifications', `.*interval '1 day'/],
  ['Attempts to connect', 'a day', /'oauth_attempts', `.*interval '1 day'/],
  ['Handles that a host gave up', '90 days', /'former_handles', 'kept_until/],
  ['The network a request to a host came from', 'a day', /set requested_from = null/],
  ['Keys against double bookings', '24 hours', /'idempotency_keys', `.*interval '24 hours'/],
] as const;

test.each(RETENTION)('%s are kept for %s, as the privacy page says', async (what, time, statement) => {
  expect(KEPT.find((sentence) => sentence.startsWith(what))).toContain(time);
  const prune = await readFile(join(import.meta.dirname, '../../worker/sweep/prune.ts'), 'utf8');
  expect(prune).toMatch(statement);
});

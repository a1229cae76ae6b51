import { expect, test } from 'vitest';
import type { Calendars } from '#api/openapi/client/types.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { Calendar } from './schema.ts';

const api = await startApi();
const PATH = '/api/v1/calendars';
const ADDRESS = 'webcal://calendar.example.com/secret-of-ann/basic.ics';

const newHost = () => signUp(api.base);
type Host = Awaited<ReturnType<typeof newHost>>;
const add = (host: Host, body: object) => host.json<Calendar>('POST', PATH, body);
const refusal = async (host: Host, body: object) => {
  const answer = await host.request('POST', PATH, body);
  const { code, errors } = (await answer.json()) as { code?: string; errors?: { pointer: string }[] };
  return [answer.status, code, errors?.map(({ pointer }) => pointer)];
};

test('a calendar is added, listed, checked and no longer used; its address is never told again', async () => {
  const host = await newHost();
  const made = await add(host, { url: ADDRESS, name: 'Private' });
  expect(made).toEqual({ id: made.id, name: 'Private', state: 'ok', lastReadAt: null, problem: null });
  const unnamed = await add(host, { url: 'https://other.example.com/a.ics' });
  expect(unnamed.name).toBe('other.example.com');
  const list = await host.json<Calendars>('GET', PATH);
  expect(list).toEqual({ items: [made, unnamed], nextCursor: null });
  expect(await host.json('POST', `${PATH}/${made.id}/check`)).toEqual(made);
  await host.json('DELETE', `${PATH}/${made.id}`);
  expect(await host.json('GET', PATH)).toMatchObject({ items: [{ id: unnamed.id }] });
  expect((await host.request('DELETE', `${PATH}/${made.id}`)).status).toBe(404);
  expect(JSON.stringify(list)).not.toContain('secret-of-ann');
  const told = api.signalled.filter((line) => line.includes(made.id)).map((line) => line.split(' ').at(-1));
  expect(told).toEqual(['added', 'watched', 'check', 'stopped']);
});

test.each([
  ['', '/url'],
  ['my calendar', '/url'],
  ['http://calendar.example.com/a.ics', '/url'],
  ['https://127.0.0.1/a.ics', '/url'],
  ['https://[::ffff:10.0.0.1]/a.ics', '/url'],
  ['https://2130706433/a.ics', '/url'],
  ['https://metadata.internal/a.ics', '/url'],
])('%j is refused where it stands', async (url, pointer) => {
  expect(await refusal(await newHost(), { url })).toEqual([422, 'validation_failed', [pointer]]);
});

test('one calendar is used once, and ten at most', async () => {
  const host = await newHost();
  await add(host, { url: ADDRESS });
  expect(await refusal(host, { url: ADDRESS.replace('webcal', 'https') })).toEqual([
    409,
    'invalid_transition',
    undefined,
  ]);
  for (let index = 1; index < 10; index += 1) await add(host, { url: `https://calendar.example.com/${index}.ics` });
  expect(await refusal(host, { url: 'https://calendar.example.com/11.ics' })).toEqual([
    409,
    'invalid_transition',
    undefined,
  ]);
});

test('readings that a host asks for are limited', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '1' } });
  const host = await signUp(strict.base);
  const { id } = await host.json<Calendar>('POST', PATH, { url: ADDRESS });
  const statuses = new Set<number>();
  for (let asked = 0; asked < 60; asked += 1) {
    const answer = await host.request('POST', `${PATH}/${id}/check`);
    await answer.body?.cancel();
    statuses.add(answer.status);
  }
  expect([...statuses]).toEqual([202, 429]);
});

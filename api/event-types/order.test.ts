import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { EventType } from './schema.ts';

const api = await startApi();
const host = await signUp(api.base, { name: 'Ordering' });

const create = (title: string) => host.json<EventType>('POST', '/api/v1/event-types', { title, visibility: 'live' });
const [one, two, three] = [await create('One'), await create('Two'), await create('Three')];
const order = (ids: readonly string[], who = host) => who.request('PUT', '/api/v1/event-types/order', { ids });
const titles = ({ items }: { items: readonly { title: string }[] }) => items.map(({ title }) => title).join(' ');
const listed = async () => titles(await host.json('GET', '/api/v1/event-types'));
const shown = async () => {
  const { eventTypes } = await host.json<{ eventTypes: EventType[] }>('GET', `/api/v1/public/${host.handle}`);
  return titles({ items: eventTypes });
};

test('first in the order they were made, then in the host’s order, also for guests', async () => {
  expect([await listed(), await shown()]).toEqual(['One Two Three', 'One Two Three']);
  expect((await order([three.id, one.id, two.id])).status).toBe(204);
  expect([await listed(), await shown()]).toEqual(['Three One Two', 'Three One Two']);
  const page = await (await fetch(`${api.base}/${host.handle}`)).text();
  expect(page.indexOf('Three')).toBeLessThan(page.indexOf('One'));
});

test('those not named stay behind the others; a new one and a copy are last', async () => {
  await order([two.id]);
  expect(await listed()).toBe('Two Three One');
  const copy = await host.json<EventType>('POST', `/api/v1/event-types/${two.id}/duplicate`);
  await create('Four');
  expect(await listed()).toBe('Two Three One Two (copy) Four');
  await host.json('PATCH', `/api/v1/event-types/${copy.id}`, { archived: true });
  expect(await listed()).toBe('Two Three One Four Two (copy)');
});

test('refused: one named twice, one that is not there, another host’s', async () => {
  const before = await listed();
  const other = await signUp(api.base, { name: 'Other' });
  const answers = [
    await order([one.id, one.id]),
    await order([one.id, randomUUID()]),
    await order([one.id], other),
    await fetch(`${api.base}/api/v1/event-types/order`, { method: 'PUT' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 404, 404, 401]);
  expect(await listed()).toBe(before);
});

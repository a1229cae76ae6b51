import { expect, test } from 'vitest';
import type { WebhookDeliveries as Deliveries, WebhookMade } from '#api/openapi/client/types.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { type HostClient, signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { DeliveryView, WebhookView } from './schema.ts';

const api = await startApi();
const PATH = '/api/v1/webhooks';
const URL = 'https://crm.example.com/insytical';
const EVENTS = ['booking.confirmed', 'booking.cancelled'];

const newHost = () => signUp(api.base);
const make = (host: HostClient, wanted: object = {}) =>
  host.json<WebhookMade>('POST', PATH, { url: URL, events: EVENTS, ...wanted });
const refusal = async (host: HostClient, method: 'POST' | 'PATCH', path: string, body: object) => {
  const answer = await host.request(method, path, body);
  const { code, errors } = (await answer.json()) as { code?: string; errors?: { pointer: string }[] };
  return [answer.status, code, errors?.map(({ pointer }) => pointer)];
};
const deliveriesOf = (host: HostClient, id: string, query = '') =>
  host.json<Deliveries>('GET', `${PATH}/${id}/deliveries${query}`);

test('a webhook is made, listed, changed, paused, resumed and deleted; its secret is told once', async () => {
  const host = await newHost();
  const { secret, ...made } = await make(host, { events: [...EVENTS, 'booking.confirmed'] });
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(made).toMatchObject({ url: URL, events: EVENTS, state: 'active', pauseCause: null, failingSince: null });
  expect(await host.json('GET', PATH)).toEqual({ items: [made], nextCursor: null });
  const one = `${PATH}/${made.id}`;
  const changes = { url: 'https://crm.example.com/other', events: ['conference.ready'] };
  expect(await host.json('PATCH', one, changes)).toEqual({ ...made, ...changes });
  const paused = await host.json<WebhookView>('PATCH', one, { state: 'paused' });
  expect(paused).toMatchObject({ state: 'paused', pauseCause: 'host', ...changes });
  expect(await refusal(host, 'POST', `${one}/test`, {})).toEqual([409, 'invalid_transition', undefined]);
  expect(await host.json('PATCH', one, { state: 'active' })).toEqual({ ...made, ...changes });
  const rotated = await host.json<WebhookMade>('POST', `${one}/rotate-secret`);
  expect(rotated.secret).not.toBe(secret);
  expect(Date.parse(rotated.formerSecretUntil ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);
  await host.json('DELETE', one);
  expect(await host.json('GET', PATH)).toEqual({ items: [], nextCursor: null });
  expect((await host.request('DELETE', one)).status).toBe(404);
  const told = api.signalled.filter((line) => line.includes(made.id)).map((line) => line.split(' ').at(-1));
  expect(told).toEqual(['changed', 'changed', 'changed', 'changed', 'changed', 'deleted']);
});

test.each([
  [{ url: '' }, '/url'],
  [{ url: 'crm' }, '/url'],
  [{ url: 'http://crm.example.com/' }, '/url'],
  [{ url: 'webcal://crm.example.com/' }, '/url'],
  [{ url: 'https://me:secret@crm.example.com/' }, '/url'],
  [{ url: 'https://127.0.0.1/' }, '/url'],
  [{ url: 'https://[::ffff:10.0.0.1]/' }, '/url'],
  [{ url: 'https://metadata.internal/' }, '/url'],
  [{ events: [] }, '/events'],
  [{ events: ['booking.moved'] }, '/events/0'],
])('%j is refused where it stands', async (wanted, pointer) => {
  const host = await newHost();
  const expected = [422, 'validation_failed', [pointer]];
  expect(await refusal(host, 'POST', PATH, { url: URL, events: EVENTS, ...wanted })).toEqual(expected);
  const { id } = await make(host);
  expect(await refusal(host, 'PATCH', `${PATH}/${id}`, wanted)).toEqual(expected);
});

test('a host has ten at most, however many are asked for at once', async () => {
  const host = await newHost();
  const asked = Array.from({ length: 12 }, () => host.request('POST', PATH, { url: URL, events: EVENTS }));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(10);
});

test('the log shows what was chosen, newest first and page by page, and sends again', async () => {
  const host = await newHost();
  await host.alwaysOpen();
  const { slug } = await host.offer('phone');
  const { id } = await make(host);
  const guest = newGuest(api.base);
  const page = { handle: host.handle, slug };
  const [startsAt = '', other = ''] = await guest.freeTimes(page, new Date(), new Date(Date.now() + 2 * 86_400_000));
  const booking = await guest.book(page, startsAt);
  await host.json('POST', `/api/v1/bookings/${booking.id}/reschedule`, { startsAt: other });
  await host.json('POST', `/api/v1/bookings/${booking.id}/cancel`, {});
  const tested = await host.json<DeliveryView>('POST', `${PATH}/${id}/test`);
  const { items } = await deliveriesOf(host, id);
  expect(items.map(({ type, state }) => `${type} ${state}`)).toEqual([
    'webhook.test queued',
    'booking.cancelled queued',
    'booking.confirmed queued',
  ]);
  expect(items[0]).toEqual(tested);
  expect(items[2]).toMatchObject({ attempts: 0, answer: null, problem: null, request: { body: { version: 1 } } });
  expect(items[2]?.request.body).toMatchObject({ data: { booking: { id: booking.id, status: 'confirmed' } } });
  const first = await deliveriesOf(host, id, '?limit=2');
  expect(first.items).toEqual(items.slice(0, 2));
  const second = await deliveriesOf(host, id, `?limit=2&cursor=${first.nextCursor}`);
  expect(second).toEqual({ items: items.slice(2), nextCursor: null });
  await api.orm.em.fork().execute(`update webhook_deliveries set state = 'delivered', delivered_at = now()`);
  const again = await host.json<DeliveryView>('POST', `${PATH}/${id}/deliveries/${items[2]?.id}/resend`);
  expect(again).toMatchObject({ type: 'booking.confirmed', state: 'queued', messageId: items[2]?.messageId });
  expect(again.id).not.toBe(items[2]?.id);
  expect(await host.json('POST', `${PATH}/${id}/deliveries/${again.id}/resend`)).toMatchObject({ id: again.id });
  const bad = await host.request('GET', `${PATH}/${id}/deliveries?cursor=x`);
  expect(await bad.json()).toMatchObject({ code: 'validation_failed' });
});

test('events of the host’s own making and deliveries sent again are limited', async () => {
  const strict = await startApi({ environment: { RATE_LIMIT_SCALE: '1' } });
  const host = await signUp(strict.base);
  const { id } = await host.json<WebhookMade>('POST', PATH, { url: URL, events: EVENTS });
  const statuses = new Set<number>();
  for (let asked = 0; asked < 121; asked += 1) {
    const answer = await host.request('POST', `${PATH}/${id}/test`);
    await answer.body?.cancel();
    statuses.add(answer.status);
  }
  expect([...statuses]).toEqual([202, 429]);
});

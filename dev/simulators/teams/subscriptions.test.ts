import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { type Microsoft, newEvent, newSubscription, openMicrosoft } from './test-app.ts';

let microsoft: Microsoft;
let account: string;
let token: string;
let count = 0;

beforeAll(async () => {
  microsoft = await openMicrosoft();
});
afterAll(() => microsoft.close());
beforeEach(async () => {
  account = `host${++count}`;
  token = (await microsoft.connect(account)).body.access_token;
  microsoft.receiver.received.length = 0;
});

const subscribe = (json: object = newSubscription(microsoft.receiver.url)) =>
  microsoft.graph('POST', '/subscriptions', { token, json });
const create = () => microsoft.graph('POST', '/me/events', { token, json: newEvent() });
const traits = (some: object) => microsoft.sim('POST', `/accounts/${account}/traits`, some);
const told = () =>
  microsoft.receiver.received.map(({ path, body }) => ({
    path: path.split('?')[0],
    // oxlint-disable-next-line typescript/no-explicit-any -- notifications have several shapes
    ...(JSON.parse(body) as { value: any[] }).value[0],
  }));
const hasTold = (times: number) => until(`${times} notifications`, () => microsoft.receiver.received.length >= times);

describe('a subscription', () => {
  test('is made after both addresses have answered', async () => {
    const { status, body } = await subscribe();
    expect(status).toBe(201);
    expect(body).toMatchObject({ resource: 'me/events', clientState: 'ours alone' });
  });

  test.each([
    ['an address that does not answer', { notificationUrl: 'http://127.0.0.1:1/' }],
    ['a lifecycle address that does not answer', { lifecycleNotificationUrl: 'http://127.0.0.1:1/' }],
  ])('%s gets none', async (_what, wrong) => {
    const { status, body } = await subscribe({ ...newSubscription(microsoft.receiver.url), ...wrong });
    expect([status, body.error.code]).toEqual([400, 'ValidationError']);
  });

  test.each([
    ['plain http elsewhere', { notificationUrl: 'http://app.example/hook' }],
    ['too long a secret', { clientState: 'x'.repeat(129) }],
    ['another resource', { resource: 'me/messages' }],
  ])('%s is refused', async (_what, wrong) => {
    expect((await subscribe({ ...newSubscription(microsoft.receiver.url), ...wrong })).status).toBe(400);
  });

  test('lives seven days at most and 45 minutes at least', async () => {
    const { url } = microsoft.receiver;
    expect((await subscribe(newSubscription(url, 10_079))).status).toBe(201);
    expect((await subscribe(newSubscription(url, 10_081))).status).toBe(400);
    const { body } = await subscribe(newSubscription(url, 1));
    expect(Date.parse(body.expirationDateTime)).toBeGreaterThan(Date.now() + 44 * 60_000);
  });

  test('is prolonged while it exists', async () => {
    const { body } = await subscribe();
    const json = { expirationDateTime: new Date(Date.now() + 120 * 60_000).toISOString() };
    const renew = () => microsoft.graph('PATCH', `/subscriptions/${body.id}`, { token, json });
    expect((await renew()).body.expirationDateTime).toBe(json.expirationDateTime);
    expect((await microsoft.graph('DELETE', `/subscriptions/${body.id}`, { token })).status).toBe(204);
    expect((await renew()).status).toBe(404);
  });

  test('cannot be changed or read by another account', async () => {
    const { body } = await subscribe();
    const { body: other } = await microsoft.connect('stranger');
    const removed = await microsoft.graph('DELETE', `/subscriptions/${body.id}`, { token: other.access_token });
    expect(removed.status).toBe(404);
  });
});

describe('notifications', () => {
  test('a creation is told twice, a move and a deletion once', async () => {
    const { body: subscription } = await subscribe();
    const { body: event } = await create();
    const path = `/meetings/${encodeURIComponent(event.id)}`;
    await microsoft.sim('POST', `${path}/move`, { startsAt: '2026-12-02T10:00:00Z' });
    await microsoft.sim('DELETE', path);
    await hasTold(4);
    expect(told().map(({ changeType }) => changeType)).toEqual(['created', 'updated', 'updated', 'deleted']);
    for (const notification of told())
      expect(notification).toMatchObject({
        path: '/changes',
        subscriptionId: subscription.id,
        clientState: 'ours alone',
        resourceData: { id: event.id, '@odata.type': '#Microsoft.Graph.Event' },
      });
  });

  test('ids are immutable only where the subscription asked so', async () => {
    const json = newSubscription(microsoft.receiver.url);
    await microsoft.call('POST', '/graph/v1.0/subscriptions', { token, json });
    const { body: event } = await create();
    await hasTold(2);
    expect(told().every(({ resourceData }) => resourceData.id !== event.id)).toBe(true);
  });

  test('the query of the address stays', async () => {
    await subscribe();
    await create();
    await hasTold(1);
    expect(microsoft.receiver.received[0]?.path).toBe('/changes?watch=1');
  });
});

describe('lifecycle', () => {
  test('consent withdrawn removes the subscription and says so', async () => {
    await subscribe();
    await microsoft.sim('POST', `/accounts/${account}/uninstall`);
    await hasTold(1);
    expect(told()).toMatchObject([{ path: '/lifecycle', lifecycleEvent: 'subscriptionRemoved' }]);
    token = (await microsoft.connect(account)).body.access_token;
    await create();
    const { body: next } = await subscribe();
    await create();
    await hasTold(3);
    expect(told().slice(1)).toMatchObject([{ subscriptionId: next.id }, { subscriptionId: next.id }]);
  });

  test('as really sent: another name for the tenant, an empty resource', async () => {
    await traits({ lifecycleShape: 'real' });
    await subscribe();
    await microsoft.call('POST', `/lifecycle/${account}/missed`);
    await hasTold(1);
    expect(told()[0]).toMatchObject({ lifecycleEvent: 'missed', resource: '', organizationId: expect.any(String) });
    expect(told()[0]).not.toHaveProperty('tenantId');
  });
});

import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProviderSubscription, SubscriptionRequest } from '#providers/provider.ts';
import { type GoogleStage, openGoogleStage } from './google-stage.ts';
import { failureOf } from './wanted.ts';

const WAIT = { timeout: 5_000, interval: 50 };
const DAY_MS = 86_400_000;

let google: GoogleStage;
let account: string;
let count = 0;

beforeAll(async () => {
  google = await openGoogleStage();
});
afterAll(() => google.stage.close());
beforeEach(async () => {
  await google.stage.simulator.reset();
  account = `host${++count}`;
});

const connect = async () => (await google.stage.connect(account)).access;

function subscriptions() {
  const { subscriptions } = google.stage.provider;
  if (subscriptions === null) throw new Error('Google has channels');
  return subscriptions;
}

function request(): SubscriptionRequest {
  const { webhook } = google.stage;
  const [subscriptionId, secret] = [randomUUID(), randomUUID()];
  webhook.secrets.set(subscriptionId, secret);
  const notificationUrl = `${webhook.url}/webhooks/meet`;
  return { subscriptionId, secret, notificationUrl, expiresAt: Date.now() + 30 * DAY_MS };
}

function told({ subscriptionId }: ProviderSubscription, what: string): number {
  const { notifications } = google.stage.webhook;
  return notifications.filter(
    (notification) => notification.subscriptionId === subscriptionId && notification.what === what,
  ).length;
}

describe('subscription channels', () => {
  test('begin with a sync and live a week at most', async () => {
    const subscription = await subscriptions().create(await connect(), request());
    expect(subscription.resourceId).toBeDefined();
    expect(subscription.expiresAt).toBeLessThanOrEqual(Date.now() + 7 * DAY_MS);
    await vi.waitFor(() => expect(told(subscription, 'sync')).toBe(1), WAIT);
  });

  test('overlap when renewed, until the old one is stopped', async () => {
    const access = await connect();
    const old = await subscriptions().create(access, request());
    const renewed = await subscriptions().renew(access, old, request());
    expect(renewed.subscriptionId).not.toBe(old.subscriptionId);
    await google.create(access);
    await vi.waitFor(() => expect([told(old, 'changed'), told(renewed, 'changed')]).toEqual([1, 1]), WAIT);
    await subscriptions().cancel(access, old);
    await google.create(access);
    await vi.waitFor(() => expect(told(renewed, 'changed')).toBe(2), WAIT);
    expect(told(old, 'changed')).toBe(1);
  });

  test('may be stopped twice, and without a resource id need no call', async () => {
    const access = await connect();
    const subscription = await subscriptions().create(access, request());
    await subscriptions().cancel(access, subscription);
    await subscriptions().cancel(access, subscription);
    const before = (await google.stage.simulator.ledger()).length;
    await subscriptions().cancel(access, { subscriptionId: subscription.subscriptionId, expiresAt: 0 });
    expect(await google.stage.simulator.ledger()).toHaveLength(before);
  });

  test('never take an id twice', async () => {
    const access = await connect();
    const asked = request();
    await subscriptions().create(access, asked);
    expect(await failureOf(subscriptions().create(access, asked))).toMatchObject({
      kind: 'conflict',
      facts: { code: 'channel_exists' },
    });
  });
});

describe('consent withdrawn at Google', () => {
  test('is told by the account’s key, and Google gets the answer it wants', async () => {
    const { webhook, simulator } = google.stage;
    const { accountId } = await connect();
    await simulator.uninstall(accountId);
    await vi.waitFor(
      () => expect(webhook.notifications).toContainEqual(expect.objectContaining({ what: 'deauthorized', accountId })),
      WAIT,
    );
    await vi.waitFor(async () => expect(await google.delivered('tokens-revoked')).toEqual([202]), WAIT);
  });

  test('is not believed of a key that Google does not publish', async () => {
    const { webhook, simulator, provider } = google.stage;
    await simulator.uninstall((await connect()).accountId);
    await vi.waitFor(() => expect(webhook.calls.at(-1)?.headers['content-type']).toContain('secevent'), WAIT);
    const call = webhook.calls.at(-1);
    if (call === undefined) throw new Error('Google said nothing');
    const [header, claims] = call.body.toString('utf8').split('.');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const signature = createSign('RSA-SHA256').update(`${header}.${claims}`).sign(privateKey, 'base64url');
    const forged = { ...call, body: Buffer.from(`${header}.${claims}.${signature}`) };
    expect(await provider.answerNotification(forged, async () => null)).toEqual({ kind: 'refused' });
    expect(await provider.answerNotification(call, async () => null)).toMatchObject({
      kind: 'notifications',
      status: 202,
    });
  });
});

describe('what the pushes missed', () => {
  test('is listed page by page, deletions included', async () => {
    await google.traits(account, { conferenceMs: 0 });
    const access = await connect();
    const since = Date.now() - 1_000;
    const made = await Promise.all(Array.from({ length: 103 }, () => google.create(access)));
    const gone = made[0]?.id ?? '';
    await google.stage.simulator.remove(gone);
    const changes = await google.stage.provider.listChanges(access, since, []);
    expect(changes).toHaveLength(made.length);
    expect(new Set(changes.map(({ meetingId }) => meetingId))).toEqual(new Set(made.map(({ id }) => id)));
    expect(changes.filter(({ what }) => what === 'deleted')).toMatchObject([{ meetingId: gone }]);
    expect(await google.stage.provider.listChanges(access, Date.now() + 60_000, [gone])).toEqual([]);
  });

  test('of too long ago is looked for event by event', async () => {
    const changes = await google.stage.provider.listChanges(await connect(), Date.now() - 60 * DAY_MS, ['a', 'b']);
    expect(changes).toMatchObject([
      { meetingId: 'a', what: 'missed' },
      { meetingId: 'b', what: 'missed' },
    ]);
  });
});

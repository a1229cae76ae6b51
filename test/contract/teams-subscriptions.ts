import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { Access, Provider, SubscriptionRequest } from '#providers/provider.ts';
import type { Stage } from './stage.ts';
import { failureOf, newMarker, wantedMeeting } from './wanted.ts';

const MINUTE = 60_000;
const WAIT = { timeout: 5_000, interval: 50 };

/** What Graph's subscriptions are asked and told, over the stage's own webhook. */
export function describeTeamsSubscriptions(onStage: () => Stage): void {
  describe('subscriptions', () => {
    test('both addresses are proven while the call is under way, by our own row’s id', async () => {
      const { provider, connect, webhook } = onStage();
      const { access } = await connect();
      webhook.calls.length = 0;
      const asked = request(onStage());
      const subscription = await subscriptionsOf(provider).create(access, asked);
      expect(subscription.subscriptionId).not.toBe(asked.subscriptionId);
      expect(subscription.expiresAt).toBe(asked.expiresAt);
      expect(webhook.calls.map(({ url }) => url.searchParams.get('watch'))).toEqual([
        asked.subscriptionId,
        asked.subscriptionId,
      ]);
      await subscriptionsOf(provider).cancel(access, subscription);
    });

    test('no subscription to an address that does not know of it', async () => {
      const { provider, connect, webhook } = onStage();
      const { access } = await connect();
      const asked = request(onStage());
      webhook.secrets.delete(asked.subscriptionId);
      expect((await failureOf(subscriptionsOf(provider).create(access, asked))).kind).toBe('rejected');
    });

    test('the echoes of our own creation, under the row’s id', async () => {
      const { provider, connect, webhook } = onStage();
      const { access } = await connect('echo');
      const asked = request(onStage());
      const subscription = await subscriptionsOf(provider).create(access, asked);
      webhook.notifications.length = 0;
      const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
      await vi.waitFor(() => expect(webhook.notifications).toHaveLength(2), WAIT);
      const { subscriptionId } = asked;
      expect(webhook.notifications).toMatchObject(
        Array.from({ length: 2 }, () => ({ subscriptionId, meetingId: id, what: 'changed' })),
      );
      await provider.deleteMeeting(access, id);
      await vi.waitFor(
        () => expect(webhook.notifications.at(-1)).toMatchObject({ meetingId: id, what: 'deleted' }),
        WAIT,
      );
      await subscriptionsOf(provider).cancel(access, subscription);
      await subscriptionsOf(provider).cancel(access, subscription);
    });

    test('renewing prolongs in place; an ended subscription is opened again', async () => {
      const { provider, connect } = onStage();
      const { access } = await connect();
      const subscriptions = subscriptionsOf(provider);
      const first = await subscriptions.create(access, { ...request(onStage()), expiresAt: Date.now() + 60 * MINUTE });
      const asked = request(onStage());
      const renewed = await subscriptions.renew(access, first, asked);
      expect(renewed).toEqual({ subscriptionId: first.subscriptionId, expiresAt: asked.expiresAt });
      await subscriptions.cancel(access, first);
      const reopened = await subscriptions.renew(access, first, request(onStage()));
      expect(reopened.subscriptionId).not.toBe(first.subscriptionId);
      await subscriptions.cancel(access, reopened);
    });

    test('the shorter life of older documents is taken where the longer one is refused', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('old-tenant');
      await simulator.describe(access.accountId, { subscriptionMinutes: 4_230 });
      const subscriptions = subscriptionsOf(provider);
      const subscription = await subscriptions.create(access, request(onStage()));
      const inMinutes = () => (subscription.expiresAt - Date.now()) / MINUTE;
      expect(inMinutes()).toBeGreaterThan(4_190);
      expect(inMinutes()).toBeLessThanOrEqual(4_200);
      expect((await subscriptions.renew(access, subscription, request(onStage()))).subscriptionId).toBe(
        subscription.subscriptionId,
      );
      await subscriptions.cancel(access, subscription);
    });

    test.each(['documented', 'real'])(
      'consent withdrawn at Microsoft is told by the subscription (%s)',
      async (lifecycleShape) => {
        const { provider, connect, simulator, webhook } = onStage();
        const { access, grant } = await connect(`leaver-${lifecycleShape}`);
        await simulator.describe(access.accountId, { lifecycleShape });
        await subscriptionsOf(provider).create(access, request(onStage()));
        webhook.notifications.length = 0;
        await simulator.uninstall(access.accountId);
        await vi.waitFor(
          () => expect(kinds(onStage())).toEqual(['deauthorized', 'subscription_ended', 'missed']),
          WAIT,
        );
        expect((await failureOf(provider.refresh(grant.refreshToken ?? ''))).kind).toBe('reauthorize');
        expect((await failureOf(provider.findByMarker(access, newMarker()))).kind).toBe('expired_access');
      },
    );

    test.each([
      ['reauthorizationRequired', ['subscription_ended']],
      ['missed', ['missed']],
    ])('%s', async (event, expected) => {
      const { provider, connect, webhook } = onStage();
      const { access } = await connect('told');
      const subscription = await subscriptionsOf(provider).create(access, request(onStage()));
      webhook.notifications.length = 0;
      await fetch(`${onStage().proxy.url}/teams/lifecycle/told/${event}`, { method: 'POST' });
      await vi.waitFor(() => expect(kinds(onStage())).toEqual(expected), WAIT);
      await subscriptionsOf(provider).cancel(access, subscription);
    });

    test('personal accounts are told nothing of their subscriptions', async () => {
      const { provider, connect, simulator, webhook } = onStage();
      const { access } = await connect('quiet@outlook.example');
      await subscriptionsOf(provider).create(access, request(onStage()));
      webhook.notifications.length = 0;
      await simulator.uninstall(access.accountId);
      expect(await deliveries(onStage(), access)).toEqual([]);
    });
  });
}

/** A row of ours, stored before the call, as the application does. */
function request({ provider, webhook }: Stage): SubscriptionRequest {
  const [subscriptionId, secret] = [randomUUID(), randomUUID()];
  webhook.secrets.set(subscriptionId, secret);
  return {
    subscriptionId,
    secret,
    notificationUrl: `${webhook.url}/webhooks/teams`,
    expiresAt: Date.now() + (provider.manifest.subscriptionLifeMs ?? 0),
  };
}

function subscriptionsOf({ subscriptions }: Provider) {
  if (subscriptions === null) throw new Error('Teams has subscriptions');
  return subscriptions;
}

const kinds = ({ webhook }: Stage) => webhook.notifications.map(({ what }) => what);

/** What the webhook has got once another account's notification, sent after it, has come. */
async function deliveries(stage: Stage, { accountId }: Access) {
  const { provider, connect, simulator, webhook } = stage;
  const { access } = await connect('witness');
  const subscription = await subscriptionsOf(provider).create(access, request(stage));
  const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
  await simulator.remove(id);
  await vi.waitFor(() => expect(webhook.notifications.at(-1)).toMatchObject({ meetingId: id, what: 'deleted' }), WAIT);
  await subscriptionsOf(provider).cancel(access, subscription);
  expect(accountId).not.toBe(access.accountId);
  return webhook.notifications.filter(({ meetingId }) => meetingId !== id);
}

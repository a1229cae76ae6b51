import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { ProviderSubscription } from '#providers/provider.ts';
import type { Connected, Stage } from './stage.ts';
import { newMarker, wantedMeeting } from './wanted.ts';

const WAIT = { timeout: 5_000, interval: 50 };

/** Notifications: told, verified, told twice alike, refused. */
export function describeNotifications(onStage: () => Stage): void {
  describe('notifications', () => {
    test('a move by the host is told, of a kind the truth can be read for', async () => {
      const stage = onStage();
      const { connected, meeting, subscription } = await watched(stage);
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, subscription)).not.toEqual([]), WAIT);
      await cancel(stage, connected, subscription);
    });

    test('a notification sent twice has one key', async () => {
      const stage = onStage();
      const { connected, meeting, subscription } = await watched(stage);
      await stage.simulator.notifications('duplicate');
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, subscription).length).toBeGreaterThan(1), WAIT);
      const keys = about(stage, meeting.id, connected, subscription).map(({ dedupeKey }) => dedupeKey);
      expect(new Set(keys).size).toBeLessThan(keys.length);
      await cancel(stage, connected, subscription);
    });

    test('a notification whose proof does not fit is taken for nothing', async () => {
      const stage = onStage();
      const { connected, meeting, subscription } = await watched(stage);
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, subscription)).not.toEqual([]), WAIT);
      const raw = stage.webhook.calls.at(-1);
      if (raw === undefined) throw new Error('No notification came');
      const headers = Object.fromEntries(
        Object.entries(raw.headers).map(([name, value]) => [name, /signature|token/.test(name) ? 'forged' : value]),
      );
      const answer = await stage.provider.answerNotification({ ...raw, headers }, async () => 'another secret');
      expect(answer.kind === 'notifications' ? answer.notifications : answer.kind).toBeOneOf([[], 'refused']);
      await cancel(stage, connected, subscription);
    });

    test('what the notifications missed is listed, among our own meetings only', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const since = Date.now() - 60_000;
      await simulator.notifications('drop');
      const ours = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
      const other = await provider.createMeeting(access, { ...wantedMeeting(1), marker: newMarker() });
      await simulator.move(ours.id, wantedMeeting(9).startsAt);
      await simulator.move(other.id, wantedMeeting(9).startsAt);
      const changes = await provider.listChanges(access, since, [ours.id]);
      expect(changes.map(({ meetingId }) => meetingId)).toContain(ours.id);
      await simulator.remove(ours.id);
      const later = await provider.listChanges(access, since, [ours.id]);
      expect(later.map(({ meetingId }) => meetingId)).toContain(ours.id);
    });
  });
}

/** A connected account with a meeting, whose notifications come to the stage's webhook. */
async function watched({ provider, connect, webhook, simulator }: Stage) {
  const connected = await connect();
  const meeting = await provider.createMeeting(connected.access, { ...wantedMeeting(), marker: newMarker() });
  const subscription = await open({ provider, webhook }, connected);
  await simulator.notifications('on');
  webhook.notifications.length = 0;
  return { connected, meeting, subscription };
}

async function open({ provider, webhook }: Pick<Stage, 'provider' | 'webhook'>, { access }: Connected) {
  const { subscriptions, manifest } = provider;
  if (subscriptions === null) return null;
  const subscriptionId = randomUUID();
  const secret = randomUUID();
  webhook.secrets.set(subscriptionId, secret);
  const opened = await subscriptions.create(access, {
    subscriptionId,
    secret,
    notificationUrl: `${webhook.url}/webhooks/${manifest.id}`,
    expiresAt: Date.now() + (manifest.subscriptionLifeMs ?? 0),
  });
  expect(opened.expiresAt).toBeGreaterThan(Date.now() + 3_600_000);
  webhook.secrets.set(opened.subscriptionId, secret);
  return opened;
}

async function cancel(
  { provider }: Stage,
  { access }: Connected,
  subscription: ProviderSubscription | null,
): Promise<void> {
  if (subscription !== null) await provider.subscriptions?.cancel(access, subscription);
}

/** Notifications of the meeting, or, where notifications name no meeting, of its account or subscription. */
function about(
  { webhook }: Stage,
  meetingId: string,
  { access }: Connected,
  subscription: ProviderSubscription | null,
) {
  return webhook.notifications.filter(
    (notification) =>
      notification.what !== 'sync' &&
      (notification.meetingId === meetingId ||
        (notification.meetingId === undefined &&
          (notification.accountId === access.accountId ||
            notification.subscriptionId === subscription?.subscriptionId))),
  );
}

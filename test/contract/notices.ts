import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { Watch } from '#providers/provider.ts';
import type { Connected, Stage } from './stage.ts';
import { newMarker, wantedMeeting } from './wanted.ts';

const WAIT = { timeout: 5_000, interval: 50 };

/** Notices: told, verified, told twice alike, refused. */
export function describeNotices(onStage: () => Stage): void {
  describe('notices', () => {
    test('a move by the host is told, of a kind the truth can be read for', async () => {
      const stage = onStage();
      const { connected, meeting, watch } = await watched(stage);
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, watch)).not.toEqual([]), WAIT);
      await unwatch(stage, connected, watch);
    });

    test('a notice sent twice has one key', async () => {
      const stage = onStage();
      const { connected, meeting, watch } = await watched(stage);
      await stage.simulator.notices('duplicate');
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, watch).length).toBeGreaterThan(1), WAIT);
      const keys = about(stage, meeting.id, connected, watch).map(({ dedupeKey }) => dedupeKey);
      expect(new Set(keys).size).toBeLessThan(keys.length);
      await unwatch(stage, connected, watch);
    });

    test('a notice whose proof does not fit is taken for nothing', async () => {
      const stage = onStage();
      const { connected, meeting, watch } = await watched(stage);
      await stage.simulator.move(meeting.id, wantedMeeting(9).startsAt);
      await vi.waitFor(() => expect(about(stage, meeting.id, connected, watch)).not.toEqual([]), WAIT);
      const raw = stage.webhook.calls.at(-1);
      if (raw === undefined) throw new Error('No notice came');
      const headers = Object.fromEntries(
        Object.entries(raw.headers).map(([name, value]) => [name, /signature|token/.test(name) ? 'forged' : value]),
      );
      const answer = await stage.provider.answerNotice({ ...raw, headers }, async () => 'another secret');
      expect(answer.kind === 'notices' ? answer.notices : answer.kind).toBeOneOf([[], 'refused']);
      await unwatch(stage, connected, watch);
    });

    test('what the notices missed is listed, among our own meetings only', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const since = Date.now() - 60_000;
      await simulator.notices('drop');
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

/** A connected account with a meeting, whose notices come to the stage's webhook. */
async function watched({ provider, connect, webhook, simulator }: Stage) {
  const connected = await connect();
  const meeting = await provider.createMeeting(connected.access, { ...wantedMeeting(), marker: newMarker() });
  const watch = await open({ provider, webhook }, connected);
  await simulator.notices('on');
  webhook.notices.length = 0;
  return { connected, meeting, watch };
}

async function open({ provider, webhook }: Pick<Stage, 'provider' | 'webhook'>, { access }: Connected) {
  const { watching, manifest } = provider;
  if (watching === null) return null;
  const subscriptionId = randomUUID();
  const secret = randomUUID();
  webhook.secrets.set(subscriptionId, secret);
  const opened = await watching.watch(access, {
    subscriptionId,
    secret,
    notificationUrl: `${webhook.url}/webhooks/${manifest.id}`,
    expiresAt: Date.now() + (manifest.watchLifeMs ?? 0),
  });
  expect(opened.expiresAt).toBeGreaterThan(Date.now() + 3_600_000);
  webhook.secrets.set(opened.subscriptionId, secret);
  return opened;
}

async function unwatch({ provider }: Stage, { access }: Connected, watch: Watch | null): Promise<void> {
  if (watch !== null) await provider.watching?.unwatch(access, watch);
}

/** Notices of the meeting, or, where notices name no meeting, of its account or subscription. */
function about({ webhook }: Stage, meetingId: string, { access }: Connected, watch: Watch | null) {
  return webhook.notices.filter(
    (notice) =>
      notice.what !== 'sync' &&
      (notice.meetingId === meetingId ||
        (notice.meetingId === undefined &&
          (notice.accountId === access.accountId || notice.subscriptionId === watch?.subscriptionId))),
  );
}

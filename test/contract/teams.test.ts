import { afterEach, describe, expect, test, vi } from 'vitest';
import { teams } from '#dev/simulators/teams/teams.ts';
import type { Access } from '#providers/provider.ts';
import { createTeamsProvider } from '#providers/teams/index.ts';
import { describeProvider } from './provider-contract.ts';
import type { Stage } from './stage.ts';
import { describeTeamsAccounts } from './teams-accounts.ts';
import { describeTeamsSubscriptions } from './teams-subscriptions.ts';
import { newMarker, timesOf, wantedMeeting } from './wanted.ts';

const MINUTE = 60_000;

describeProvider(
  'Microsoft Teams',
  {
    provider: () => createTeamsProvider,
    simulator: teams,
    spec: { file: 'msgraph-v1.0-cut.openapi.json', prefix: '/teams/graph/v1.0' },
  },
  (onStage) => {
    describeTeamsAccounts(onStage);
    describeCreateOnce(onStage);
    describeMailboxes(onStage);
    describeTeamsSubscriptions(onStage);
  },
);

function describeCreateOnce(onStage: () => Stage): void {
  describe('create once', () => {
    test('the same request again is answered by the same event', async () => {
      const { connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      const first = await create(onStage(), access, marker);
      expect(await create(onStage(), access, marker)).toEqual(first);
      expect(await simulator.meetings()).toHaveLength(1);
    });

    test.each([400, 409])('a request with other times adopts the first one’s event (%i)', async (duplicateStatus) => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      await simulator.describe(access.accountId, { duplicateStatus });
      const marker = newMarker();
      const first = await create(onStage(), access, marker);
      const again = await provider.createMeeting(access, { ...wantedMeeting(4), marker });
      expect(again).toEqual(first);
      expect(again).toMatchObject(timesOf(wantedMeeting()));
      expect(await simulator.meetings()).toHaveLength(1);
    });

    test('a transaction id spent on a deleted event is followed by the next one', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      const first = await create(onStage(), access, marker);
      await provider.deleteMeeting(access, first.id);
      const second = await create(onStage(), access, marker);
      expect(second.id).not.toBe(first.id);
      expect(await simulator.meetings()).toMatchObject([{ id: second.id }]);
    });

    test('where transaction ids are forgotten, twins are found by the property', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('forgetful');
      await simulator.describe(access.accountId, { transactionIds: 'forgotten' });
      const marker = newMarker();
      const first = await create(onStage(), access, marker);
      const second = await create(onStage(), access, marker);
      expect((await provider.findByMarker(access, marker)).map(({ id }) => id)).toEqual([first.id, second.id]);
    });
  });
}

function describeMailboxes(onStage: () => Stage): void {
  describe('mailboxes', () => {
    afterEach(() => void vi.useRealTimers());

    test('an all-day event has no time of day, and gets one again when it is moved', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('all-day');
      const { id } = await create(onStage(), access);
      await simulator.makeTimeless(id);
      expect(await provider.getMeeting(access, id)).toMatchObject({ id, timeless: true });
      const moved = await provider.updateMeeting(access, id, wantedMeeting(3));
      expect(moved).toMatchObject(timesOf(wantedMeeting(3)));
      expect(moved).not.toHaveProperty('timeless');
    });

    test('an event in Deleted Items is gone, though it can be read', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('tidy');
      await simulator.describe(access.accountId, { readsDeletedItems: true });
      const { id } = await create(onStage(), access);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * MINUTE });
      expect(await provider.getMeeting(access, id)).toMatchObject({ id });
      await simulator.remove(id);
      expect(await provider.getMeeting(access, id)).toBeNull();
      await simulator.recover(id);
      expect(await provider.getMeeting(access, id)).toMatchObject({ id });
    });

    test('an event in Deleted Items takes changes, and still counts as gone', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('mover');
      await simulator.describe(access.accountId, { readsDeletedItems: true });
      const { id } = await create(onStage(), access);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * MINUTE });
      expect(await provider.updateMeeting(access, id, wantedMeeting(3))).toMatchObject(timesOf(wantedMeeting(3)));
      await simulator.remove(id);
      expect(await provider.updateMeeting(access, id, wantedMeeting(4))).toBeNull();
    });

    test('more calls at once than a mailbox takes', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('crowded');
      await simulator.describe(access.accountId, { latencyMs: 600 });
      const calls = Array.from({ length: 8 }, () => provider.findByMarker(access, newMarker()));
      const outcomes = await Promise.allSettled(calls);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
      const refused = outcomes.find(({ status }) => status === 'rejected');
      expect(refused).toMatchObject({
        reason: { kind: 'rate_limited', facts: { retryAfterMs: 1_256, scope: 'call' } },
      });
      await Promise.all(
        calls.slice(0, provider.manifest.callSlots).map(() => provider.findByMarker(access, newMarker())),
      );
    });

    test('only events of ours are read, over all pages', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('busy');
      await simulator.describe(access.accountId, { latencyMs: 0 });
      const ids: string[] = [];
      for (let count = 0; count < 260; count++) ids.push((await create(onStage(), access)).id);
      const last = ids.at(-1) ?? '';
      expect(await provider.listChanges(access, Date.now() + MINUTE, ids)).toEqual([]);
      expect(await provider.listChanges(access, 0, [last])).toMatchObject([{ meetingId: last, what: 'changed' }]);
      expect(await provider.listChanges(access, 0, ['unknown'])).toMatchObject([
        { meetingId: 'unknown', what: 'deleted' },
      ]);
      expect(await provider.findByMarker(access, newMarker())).toEqual([]);
      const lists = (await simulator.ledger()).filter(({ operation }) => operation === 'list');
      expect(lists).toHaveLength(7);
      expect(lists.filter(({ meetingId }) => meetingId !== undefined)).toEqual([]);
    });
  });
}

function create({ provider }: Stage, access: Access, marker = newMarker()) {
  return provider.createMeeting(access, { ...wantedMeeting(), marker });
}

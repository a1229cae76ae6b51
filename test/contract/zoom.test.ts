import { describe, expect, test, vi } from 'vitest';
import { zoom } from '#dev/simulators/zoom/zoom.ts';
import { createZoomProvider } from '#providers/zoom/index.ts';
import { describeProvider } from './provider-contract.ts';
import type { Stage } from './stage.ts';
import { failureOf, newMarker, timesOf, wantedMeeting } from './wanted.ts';

describeProvider(
  'Zoom',
  {
    provider: () => createZoomProvider,
    simulator: zoom,
    spec: { file: 'zoom-cut.openapi.json', prefix: '/zoom/v2' },
    rotatesRefreshToken: true,
  },
  (onStage) =>
    describe('alone', () => {
      describeZoom(onStage);
    }),
);

function describeZoom(onStage: () => Stage): void {
  test('the daily cap parks the account until midnight UTC, for changes as well', async () => {
    const { provider, connect, simulator } = onStage();
    const { access } = await connect('capped');
    await simulator.describe(access.accountId, { dailyCap: 1 });
    const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
    const midnight = new Date().setUTCHours(24, 0, 0, 0) - Date.now();
    for (const work of [
      provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }),
      provider.updateMeeting(access, id, wantedMeeting(4)),
    ]) {
      const { kind, facts } = await failureOf(work);
      expect({ kind, scope: facts.scope, definite: facts.definite }).toEqual({
        kind: 'rate_limited',
        scope: 'account',
        definite: true,
      });
      expect(Math.abs((facts.retryAfterMs ?? 0) - midnight)).toBeLessThan(5_000);
    }
    await provider.deleteMeeting(access, id);
  });

  test('a marked meeting is found on a later page of the list', async () => {
    const { provider, connect, simulator } = onStage();
    const { access } = await connect('busy');
    await simulator.describe(access.accountId, { dailyCap: 1_000 });
    const marker = newMarker();
    const create = (one: string, hours: number) =>
      provider.createMeeting(access, { ...wantedMeeting(hours), marker: one });
    await Promise.all(Array.from({ length: 300 }, () => create(newMarker(), 0)));
    const { id } = await create(marker, 1);
    const before = (await simulator.ledger()).length;
    expect(await provider.findByMarker(access, marker)).toMatchObject([{ id }]);
    expect((await simulator.ledger()).slice(before)).toHaveLength(2);
  });

  test('what the notifications missed is found by one list, in which meetings that are not ours do not show', async () => {
    const { provider, connect, simulator } = onStage();
    const { access } = await connect('polled');
    const create = (hours: number) => provider.createMeeting(access, { ...wantedMeeting(hours), marker: newMarker() });
    const [kept, moved, timeless, gone, foreign] = await Promise.all([0, 1, 2, 3, 4].map(create));
    if (!kept || !moved || !timeless || !gone || !foreign) throw new Error('Not all meetings were made');
    await simulator.move(moved.id, wantedMeeting(9).startsAt);
    await simulator.makeTimeless(timeless.id);
    await simulator.remove(gone.id);
    const before = (await simulator.ledger()).length;
    const known = [kept, moved, timeless, gone].map(({ id }) => id);
    const changes = await provider.listChanges(access, 0, known);
    expect((await simulator.ledger()).slice(before).map(({ operation }) => operation)).toEqual(['list']);
    expect(changes.map(({ meetingId, listed }) => [meetingId, listed?.startsAt ?? null])).toEqual([
      [kept.id, kept.startsAt],
      [moved.id, wantedMeeting(9).startsAt],
      [timeless.id, null],
      [gone.id, null],
    ]);
    expect(JSON.stringify(changes)).not.toContain(foreign.id);
  });

  test('a meeting that is the only one is read, and no others are asked for', async () => {
    const { provider, connect, simulator } = onStage();
    const { access } = await connect('alone');
    const before = (await simulator.ledger()).length;
    expect(await provider.listChanges(access, 0, ['81234567890'])).toMatchObject([{ meetingId: '81234567890' }]);
    expect((await simulator.ledger()).slice(before)).toEqual([]);
  });

  test('a recurring meeting without a fixed time has none, and gets none', async () => {
    const { provider, connect, simulator } = onStage();
    const { access } = await connect();
    const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
    await simulator.makeTimeless(id);
    expect(await provider.getMeeting(access, id)).toMatchObject({ id, timeless: true });
    expect(await provider.updateMeeting(access, id, wantedMeeting(4))).toMatchObject({ id, timeless: true });
  });

  test('a start in the past is not applied, and the answer says what is so', async () => {
    const { provider, connect } = onStage();
    const { access } = await connect();
    const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
    const past = { ...wantedMeeting(), startsAt: Date.UTC(2020, 0, 1, 10), endsAt: Date.UTC(2020, 0, 1, 10, 30) };
    expect(await provider.updateMeeting(access, id, past)).toMatchObject(timesOf(wantedMeeting()));
  });

  test('a permission taken away from the app needs the host', async () => {
    const { provider, connect, simulator } = onStage();
    const { access, grant } = await connect('narrow');
    await simulator.describe(access.accountId, { withheldScopes: ['meeting:write:meeting'] });
    const failure = await failureOf(provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() }));
    expect(failure).toMatchObject({ kind: 'reauthorize', facts: { code: 'scopes_missing' } });
    expect((await failureOf(provider.refresh(grant.refreshToken ?? ''))).kind).toBe('reauthorize');
    const { callback, attempt } = await onStage().consent('narrow');
    expect((await failureOf(provider.exchange(callback, attempt))).facts.code).toBe('scopes_missing');
  });

  test('a second consent ends the first grant, as the manifest says', async () => {
    const { provider, connect } = onStage();
    const first = await connect('twice');
    await connect('twice');
    expect(provider.manifest.reconsentRevokesPrior).toBe(true);
    expect((await failureOf(provider.getMeeting(first.access, '1'))).kind).toBe('expired_access');
    expect((await failureOf(provider.refresh(first.grant.refreshToken ?? ''))).kind).toBe('reauthorize');
  });

  test('uninstalling is told by the account’s key', async () => {
    const { connect, simulator, webhook } = onStage();
    const { access } = await connect('leaver');
    await simulator.uninstall(access.accountId);
    await vi.waitFor(() =>
      expect(webhook.notifications).toContainEqual(
        expect.objectContaining({ what: 'deauthorized', accountId: access.accountId }),
      ),
    );
  });

  test('deleting and bringing back are told', async () => {
    const { provider, connect, simulator, webhook } = onStage();
    const { access } = await connect();
    const { id } = await provider.createMeeting(access, { ...wantedMeeting(), marker: newMarker() });
    webhook.notifications.length = 0;
    await simulator.remove(id);
    await simulator.recover(id);
    await vi.waitFor(() => expect(webhook.notifications.map(({ what }) => what)).toEqual(['deleted', 'recovered']));
    expect(webhook.notifications).toMatchObject([{ meetingId: id }, { meetingId: id }]);
    expect(await provider.getMeeting(access, id)).toMatchObject({ id });
  });
}

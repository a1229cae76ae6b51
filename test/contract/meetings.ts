import { describe, expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import { newMarker, timesOf, wantedMeeting, withLink } from './wanted.ts';

/** A meeting's life: made, found again, moved, deleted, gone. */
export function describeMeetings(onStage: () => Stage): void {
  describe('meetings', () => {
    test('a created meeting is at the provider as it was wanted, with a link', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const wanted = wantedMeeting();
      const marker = newMarker();
      const created = await withLink(provider, access, await provider.createMeeting(access, { ...wanted, marker }));
      expect(created).toMatchObject({ ...timesOf(wanted), id: expect.any(String) });
      expect(URL.canParse(created.joinUrl ?? '')).toBe(true);
      expect(await simulator.meetings()).toEqual([
        expect.objectContaining({
          ...timesOf(wanted),
          id: created.id,
          title: wanted.title,
          marker,
          joinUrl: created.joinUrl,
          accountId: access.accountId,
        }),
      ]);
    });

    test('a meeting is read as it is, also after the host has moved it', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const { id } = await create(onStage(), access);
      const later = wantedMeeting(5);
      await simulator.move(id, later.startsAt);
      expect(await provider.getMeeting(access, id)).toMatchObject({ id, ...timesOf(later) });
    });

    test('a meeting keeps its time when its account gets another zone', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect('traveller');
      const { id } = await create(onStage(), access);
      await simulator.describe(access.accountId, { timeZone: 'Asia/Kolkata', timezone: 'Asia/Kolkata' });
      expect(await provider.getMeeting(access, id)).toMatchObject(timesOf(wantedMeeting()));
      const later = wantedMeeting(3);
      expect(await provider.updateMeeting(access, id, later)).toMatchObject(timesOf(later));
    });

    test('a moved meeting keeps its link', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const created = await withLink(provider, access, await create(onStage(), access));
      const later = wantedMeeting(26);
      const updated = await provider.updateMeeting(access, created.id, later);
      expect(updated).toMatchObject({ id: created.id, joinUrl: created.joinUrl, ...timesOf(later) });
      expect(await simulator.meetings()).toMatchObject([{ id: created.id, ...timesOf(later) }]);
    });

    test('a length may change with the start', async () => {
      const { provider, connect } = onStage();
      const { access } = await connect();
      const { id } = await create(onStage(), access);
      const { startsAt, ...rest } = wantedMeeting(2);
      const longer = { ...rest, startsAt, endsAt: startsAt + 75 * 60_000 };
      expect(await provider.updateMeeting(access, id, longer)).toMatchObject(timesOf(longer));
    });

    test('a deleted meeting is gone for reading and moving, and may be deleted again', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const { id } = await create(onStage(), access);
      await provider.deleteMeeting(access, id);
      expect(await simulator.meetings()).toEqual([]);
      expect(await provider.getMeeting(access, id)).toBeNull();
      expect(await provider.updateMeeting(access, id, wantedMeeting(3))).toBeNull();
      await provider.deleteMeeting(access, id);
    });

    test('a meeting the host has deleted is gone', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const { id } = await create(onStage(), access);
      await simulator.remove(id);
      expect(await provider.getMeeting(access, id)).toBeNull();
    });
  });

  describe('finding by marker', () => {
    test('finds ours and nothing else', async () => {
      const { provider, connect } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      await create(onStage(), access);
      const ours = await create(onStage(), access, marker);
      await create(onStage(), access);
      expect((await provider.findByMarker(access, marker)).map(({ id }) => id)).toEqual([ours.id]);
      expect(await provider.findByMarker(access, newMarker())).toEqual([]);
    });

    test('finds a moved one, and a deleted one no more', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      const { id } = await create(onStage(), access, marker);
      const later = wantedMeeting(48);
      await simulator.move(id, later.startsAt);
      expect(await provider.findByMarker(access, marker)).toMatchObject([{ id, ...timesOf(later) }]);
      await simulator.remove(id);
      expect(await provider.findByMarker(access, marker)).toEqual([]);
    });

    test('finds twins oldest first, where the provider lets them be', async () => {
      const { provider, connect, simulator } = onStage();
      const { access } = await connect();
      const marker = newMarker();
      const first = await create(onStage(), access, marker);
      await create(onStage(), access, marker).catch(() => null);
      const found = await provider.findByMarker(access, marker);
      const there = await simulator.meetings();
      expect(found.map(({ id }) => id).toSorted()).toEqual(there.map(({ id }) => id).toSorted());
      expect(found[0]?.createdAt ?? 0).toBeLessThanOrEqual(found.at(-1)?.createdAt ?? 0);
      expect(there.map(({ id }) => id)).toContain(first.id);
    });
  });
}

function create({ provider }: Stage, access: Parameters<Stage['provider']['getMeeting']>[0], marker = newMarker()) {
  return provider.createMeeting(access, { ...wantedMeeting(), marker });
}

import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { LetterBox } from '../letter-box.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;

/**
 * Guide 5: only meetings made on the host's behalf are accessed. A booking lives through all that makes us read (a lost
 * answer, notifications, polls) beside appointments of the host's own, one of which is moved.
 */
export async function nothingForeignRead(stage: Stage, box: LetterBox, foreignId: string): Promise<void> {
  await stage.awaitSubscription();
  await stage.fault({ operation: 'create', effect: 'drop_after_commit' });
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.rest();
  const before = box.kept().length;
  await stage.provider.move(foreignId, new Date(Date.now() + 3 * DAY_MS).toISOString());
  const told = () =>
    box
      .kept()
      .slice(before)
      .filter(({ path }) => path.startsWith(`/webhooks/${stage.traits.id}`));
  await until('its notification', () => told().length > 0);
  expect(told().map(({ status }) => status)).toEqual(told().map(() => 204));
  await stage.provider.move((await stage.meetingOf(booked)).id, new Date(Date.now() + 5 * DAY_MS).toISOString());
  const revision = async () => (await booked.guest.read(booked.booking.token)).revision;
  await until('the booking to follow', async () => (await revision()) === 2, { within: 30_000 });
  await booked.guest.reschedule(booked.booking.token, await stage.freeTime(6 * DAY_MS));
  await stage.rest();
  await booked.guest.cancel(booked.booking.token);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');

  const ledger = await stage.ledgerOf();
  const [own] = ledger.filter(({ change, marker }) => change === 'created' && marker !== undefined);
  const foreign = ledger.filter(({ meetingId }) => meetingId !== undefined && meetingId !== own?.meetingId);
  // But for the call with which the host's other program made it.
  expect(foreign.map(({ operation, meetingId }) => [operation, meetingId])).toEqual([['create', foreignId]]);
  const lists = ledger.filter(({ operation }) => operation === 'list');
  // Zoom offers no filter: it is listed only to look for our own meeting after a lost answer.
  if (stage.traits.id === 'zoom') expect(lists.length).toBeLessThanOrEqual(2);
  const { timeline } = await stage.host.booking(booked.booking.id);
  expect(timeline.map(({ kind }) => kind)).toContain('conference_deleted');
}

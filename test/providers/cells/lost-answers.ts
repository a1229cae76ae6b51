import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Booked, Stage } from '../stage.ts';

const DAY_MS = 86_400_000;

/** The meeting was made, its answer lost: it is found by its marker and adopted. */
export async function answerLost(stage: Stage): Promise<void> {
  await stage.fault({ operation: 'create', effect: 'drop_after_commit' });
  const booked = await stage.book();
  await oneMeeting(stage, booked);
  expect((await made(stage)).map(({ fault }) => fault)).toEqual(['drop_after_commit']);
}

/** The answer comes after we stopped listening. */
export async function answerLate(stage: Stage): Promise<void> {
  await stage.fault({ operation: 'create', effect: 'slow', delayMs: 3_000 });
  const booked = await stage.book();
  await oneMeeting(stage, booked);
  expect((await made(stage)).map(({ fault }) => fault)).toEqual(['slow']);
}

/** Lists show a new meeting late: a second one may be made, but does not remain. */
export async function answerLostAndListed(stage: Stage): Promise<void> {
  await stage.provider.describe(stage.accountEmail, { listLagMs: 1_500 });
  await stage.fault({ operation: 'create', effect: 'drop_after_commit' });
  const booked = await stage.book();
  await oneMeeting(stage, booked);
  const twins = (await made(stage)).length - 1;
  const deleted = (await stage.ledgerOf()).filter(({ change }) => change === 'deleted');
  expect(deleted).toHaveLength(twins);
}

/** A change whose answer was lost is made again, and a deletion that was done counts as done. */
export async function laterAnswersLost(stage: Stage): Promise<void> {
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.fault({ operation: 'update', effect: 'drop_after_commit' });
  const moved = await stage.freeTime(4 * DAY_MS);
  await booked.guest.reschedule(booked.booking.token, moved);
  await until('the change to be through', async () => (await stage.calls()).includes('update'));
  await stage.rest();
  expect(Date.parse((await stage.meetingOf(booked)).startsAt)).toBe(Date.parse(moved));
  await stage.fault({ operation: 'delete', effect: 'drop_after_commit' });
  await booked.guest.cancel(booked.booking.token);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
  expect(await stage.meetingsOf(booked.guest)).toEqual([]);
  const { timeline } = await stage.host.booking(booked.booking.id);
  expect(timeline.map(({ kind }) => kind)).toContain('conference_deleted');
}

async function oneMeeting(stage: Stage, booked: Booked): Promise<void> {
  const link = await stage.link(booked.booking);
  await stage.rest();
  expect((await stage.meetingOf(booked)).joinUrl).toBe(link);
}

const made = async (stage: Stage) => (await stage.ledgerOf()).filter(({ change }) => change === 'created');

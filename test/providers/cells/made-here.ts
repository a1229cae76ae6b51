import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;

/** Guide 2.1, 3.1, 4.1: the popup closes and the card reads "Connected as …". */
export async function connect(stage: Stage): Promise<void> {
  expect(await stage.card()).toMatchObject({ status: 'not_connected', accountEmail: null, problem: null });
  await stage.connect();
  const card = await stage.card();
  expect(card).toMatchObject({ status: 'connected', problem: null, bookingsWithoutLink: 0 });
  expect(card.permissions).not.toEqual([]);
  const account = (await stage.provider.accounts()).find(({ email }) => email === card.accountEmail);
  expect(account).toMatchObject({ connected: true });
  await stage.awaitSubscription();
  expect(await stage.calls()).toEqual(['exchange']);
  expect((await stage.ledgerOf()).filter(({ operation }) => operation === 'identify')).toHaveLength(1);
  expect(await stage.mailbox.to(stage.host.email)).toEqual([]);
}

/** Guide 2.2, 3.2, 4.2: the meeting is made, its link saved on the booking and in both confirmations. */
export async function book(stage: Stage): Promise<void> {
  const booked = await stage.book();
  const link = await stage.link(booked.booking);
  expect(link).toMatch(stage.traits.link);
  const meeting = await stage.meetingOf(booked);
  expect(Date.parse(meeting.startsAt)).toBe(Date.parse(booked.booking.startsAt));
  expect(meeting.joinUrl).toBe(link);
  const { guest, host } = await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  expect(guest.text).toContain(link);
  expect(host.text).toContain(link);
  expect(await stage.mailbox.calendarOf(guest)).toContain('METHOD:REQUEST');
  expect((await stage.mailbox.calendarOf(host)) === null).toBe(stage.traits.inHostCalendar);
  expect((await stage.host.booking(booked.booking.id)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  await stage.rest();
  expect(await stage.kinds(booked.guest.email)).toEqual(['Confirmed']);
  expect(await stage.kinds(stage.host.email)).toEqual(['New booking']);
  expect(await stage.calls()).toEqual(['exchange', 'create']);
  await stage.awaitLine(booked, 'RUNNING confirmed ready');
}

/** Guide 2.2: the meeting's start follows the guest, its link stays. */
export async function reschedule(stage: Stage): Promise<void> {
  const booked = await stage.book();
  const link = await stage.link(booked.booking);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  const before = await stage.meetingOf(booked);
  const startsAt = await stage.freeTime(4 * DAY_MS);
  await booked.guest.reschedule(booked.booking.token, startsAt);
  const mails = await stage.bothMailed(booked, /^Rescheduled/);
  expect(mails.guest.text).toContain(link);
  await stage.rest();
  const after = await stage.meetingOf(booked);
  expect(after).toMatchObject({ id: before.id, joinUrl: link });
  expect(Date.parse(after.startsAt)).toBe(Date.parse(startsAt));
  expect((await booked.guest.read(booked.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  expect(await stage.calls()).toEqual(['exchange', 'create', 'update']);
  await stage.awaitLine(booked, 'RUNNING confirmed ready');
}

/** Guide 2.2: a cancelled booking's meeting is gone from the host's list. */
export async function cancel(stage: Stage): Promise<void> {
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await booked.guest.cancel(booked.booking.token, 'A cold');
  const { guest } = await stage.bothMailed(booked, /^Cancelled/);
  expect(await stage.mailbox.calendarOf(guest)).toContain('METHOD:CANCEL');
  await stage.rest();
  expect(await stage.meetingsOf(booked.guest)).toEqual([]);
  expect(await stage.calls()).toEqual(['exchange', 'create', 'delete']);
  expect((await stage.host.booking(booked.booking.id)).conference).toMatchObject({ status: 'none', joinUrl: null });
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
}

/** Guide 5: the booking follows what the host does at the provider, without pushing anything back. */
export async function movedAtProvider(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  const booked = await stage.book();
  const link = await stage.link(booked.booking);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  const moved = new Date(Date.parse(booked.booking.startsAt) + DAY_MS + 7 * 60_000).toISOString();
  await stage.provider.move((await stage.meetingOf(booked)).id, moved);
  const startsAt = async () => (await booked.guest.read(booked.booking.token)).startsAt;
  await until('the booking to follow', async () => (await startsAt()) === moved, { within: 45_000 });
  const { guest } = await stage.bothMailed(booked, /^Rescheduled/);
  expect(guest.text).toContain(link);
  await stage.rest();
  expect(await stage.calls()).toEqual(['exchange', 'create']);
  const { timeline, conference } = await stage.host.booking(booked.booking.id);
  expect(timeline).toContainEqual(expect.objectContaining({ actor: 'provider', kind: 'rescheduled' }));
  expect(conference).toMatchObject({ status: 'ready', joinUrl: link });
  await stage.awaitLine(booked, 'RUNNING confirmed ready');
}

/** Guide 5: a meeting deleted at the provider cancels its booking. */
export async function deletedAtProvider(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  await stage.provider.remove((await stage.meetingOf(booked)).id);
  await stage.bothMailed(booked, /^Cancelled/);
  expect((await booked.guest.read(booked.booking.token)).status).toBe('cancelled');
  await stage.rest();
  expect(await stage.calls()).toEqual(['exchange', 'create']);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
}

import { expect } from 'vitest';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;
const TOKENS = `select 1 from connection_tokens t join connections k on k.id = t.connection_id
  join users u on u.id = k.host_id where u.handle = $1 and k.provider = $2`;

/** Guide 2.3, 3.3: revoked at once, the grant ended at the provider; what exists keeps its link, what is due is done. */
export async function disconnect(stage: Stage): Promise<void> {
  const [kept, dropped] = [await stage.book(), await stage.book(3 * DAY_MS)];
  const link = await stage.link(kept.booking);
  await stage.link(dropped.booking);
  await stage.rest();
  await stage.disconnect();
  expect(await stage.card()).toMatchObject({ status: 'revoked', problem: null, bookingsWithoutLink: 0 });
  // In its grace a deletion that is due is still made.
  await dropped.guest.cancel(dropped.booking.token);
  await stage.bothMailed(dropped, /^Cancelled/);
  await stage.rest();
  expect(await stage.meetingsOf(dropped.guest)).toEqual([]);
  expect((await kept.guest.read(kept.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  await grantToEnd(stage);
  expect(await stage.calls()).toEqual([
    'exchange',
    'create',
    'create',
    'delete',
    ...(stage.traits.revokes ? ['revoke'] : []),
  ]);
  expect(await stage.meetingOf(kept)).toMatchObject({ joinUrl: link });
  expect(await stage.kinds(stage.host.email)).not.toContain('Reconnect needed');
  await stage.awaitLine(kept, 'RUNNING confirmed ready');
}

/** Guide 2.3 and 6: accepted without a link; the host's mail says why, at once. */
export async function bookWhileDisconnected(stage: Stage): Promise<void> {
  await stage.disconnect();
  const booked = await stage.book();
  expect(booked.booking).toMatchObject({ status: 'confirmed', conference: { status: 'unavailable', joinUrl: null } });
  const { guest, host } = await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  expect(guest.text).not.toMatch(/https:\/\/[\w.]*(zoom\.us|teams\.microsoft|meet\.google)/);
  expect(host.text).toContain('disconnected');
  expect((await stage.host.booking(booked.booking.id)).conference.problem).toMatchObject({ code: 'disconnected' });
  expect(await stage.card()).toMatchObject({ status: 'revoked', problem: null, bookingsWithoutLink: 1 });
  await stage.rest();
  expect(await stage.calls()).not.toContain('create');
  await stage.awaitLine(booked, 'RUNNING confirmed unavailable');
}

/** Design §4: after a click on Disconnect bookings made meanwhile get links by the host's choice only. */
export async function reconnectSameAccount(stage: Stage): Promise<void> {
  const older = await stage.book();
  const link = await stage.link(older.booking);
  await stage.rest();
  await stage.disconnect();
  const meanwhile = await stage.book(3 * DAY_MS);
  await grantToEnd(stage);
  await stage.connect();
  expect(await stage.card()).toMatchObject({ status: 'connected', problem: null, bookingsWithoutLink: 1 });
  // The older meeting is ours again: it follows.
  const moved = await stage.freeTime(5 * DAY_MS);
  await older.guest.reschedule(older.booking.token, moved);
  await stage.bothMailed(older, /^Rescheduled/);
  await stage.rest();
  expect(await stage.meetingOf(older)).toMatchObject({ joinUrl: link });
  expect(Date.parse((await stage.meetingOf(older)).startsAt)).toBe(Date.parse(moved));
  expect(await stage.meetingsOf(meanwhile.guest)).toEqual([]);
  expect((await stage.host.booking(meanwhile.booking.id)).conference).toMatchObject({
    status: 'unavailable',
    problem: { code: 'not_requested' },
  });
  const { revokes } = stage.traits;
  expect(await stage.calls()).toEqual(['exchange', 'create', ...(revokes ? ['revoke'] : []), 'exchange', 'update']);
  await stage.awaitLine(meanwhile, 'RUNNING confirmed unavailable');
  await stage.awaitLine(older, 'RUNNING confirmed ready');
}

/**
 * Another account's meetings are new ones; the old account's are not touched and keep their links, until a booking is
 * moved: where its meeting cannot follow, it gets one of the account connected now.
 */
export async function reconnectAnotherAccount(stage: Stage): Promise<void> {
  const [kept, dropped] = [await stage.book(), await stage.book(3 * DAY_MS)];
  const link = await stage.link(kept.booking);
  await stage.link(dropped.booking);
  await stage.rest();
  const other = `other-${kept.booking.id.slice(-12)}`;
  await stage.connect(other);
  expect((await stage.card()).accountEmail).toMatch(new RegExp(`^${other}@`));
  const fresh = await stage.book(4 * DAY_MS);
  await stage.link(fresh.booking);
  const before = await stage.meetingOf(kept);
  await kept.guest.reschedule(kept.booking.token, await stage.freeTime(6 * DAY_MS));
  await dropped.guest.cancel(dropped.booking.token);
  await stage.bothMailed(dropped, /^Cancelled/);
  await stage.bothMailed(kept, /^Rescheduled/);
  await stage.rest();
  const movedLink = async () => (await kept.guest.read(kept.booking.token)).conference.joinUrl;
  await until('a link of the other account', async () => ![null, link].includes(await movedLink()));
  expect(await stage.meetingsOf(kept.guest)).toContainEqual(before);
  expect(await stage.meetingsOf(dropped.guest)).toHaveLength(1);
  const { timeline } = await stage.host.booking(dropped.booking.id);
  expect(timeline.map(({ kind }) => kind)).toContain('conference_abandoned');
  expect((await stage.calls()).filter((call) => call !== 'revoke')).toEqual(['exchange', 'create', 'create']);
  expect(await stage.calls(other)).toEqual(['exchange', 'create', 'create']);
  await stage.awaitLine(fresh, 'RUNNING confirmed ready');
  await stage.awaitLine(dropped, 'COMPLETED cancelled none');
}

/** Guide 6: connect the provider, then have the missing links made and mailed. */
export async function createMissingLinks(stage: Stage): Promise<void> {
  await stage.disconnect();
  const waiting = [await stage.book(3 * DAY_MS), await stage.book()];
  for (const booked of waiting) await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  const ask = () =>
    stage.host.request('POST', `/api/v1/integrations/${stage.traits.id}/create-missing-links`, undefined);
  expect((await ask()).status).toBe(409);
  await stage.connect();
  const asked = await ask();
  expect(asked.status).toBe(202);
  expect(await asked.json()).toEqual({ bookings: 2 });
  for (const booked of waiting) {
    const link = await stage.link(booked.booking);
    const mails = await stage.bothMailed(booked, /^[\w ]+ link/);
    expect([mails.guest.text.includes(link), mails.host.text.includes(link)]).toEqual([true, true]);
    await stage.awaitLine(booked, 'RUNNING confirmed ready');
  }
  await stage.rest();
  expect((await stage.calls()).filter((call) => call === 'create')).toHaveLength(2);
  expect(await stage.card()).toMatchObject({ bookingsWithoutLink: 0 });
}

/** Guide 6: a link shared by hand is mailed, and never overwritten. */
export async function linkPasted(stage: Stage): Promise<void> {
  const booked = await stage.book();
  await stage.bothMailed(booked, /^(Confirmed|New booking)/);
  expect(booked.booking.conference.status).toBe('unavailable');
  const paste = (url: string) => stage.host.request('PUT', `/api/v1/bookings/${booked.booking.id}/link`, { url });
  expect((await paste('http://meet.example.org/plain')).status).toBe(422);
  const link = `https://meet.example.org/room-${booked.booking.id}`;
  expect((await paste(link)).status).toBe(200);
  const mails = await stage.bothMailed(booked, /^[\w ]+ link/);
  expect([mails.guest.text.includes(link), mails.host.text.includes(link)]).toEqual([true, true]);
  await stage.connect();
  expect(await stage.card()).toMatchObject({ status: 'connected', bookingsWithoutLink: 0 });
  await stage.host.json('POST', `/api/v1/bookings/${booked.booking.id}/resend`, {});
  await until('the mail sent again', async () => (await stage.kinds(booked.guest.email)).length === 3);
  await stage.rest();
  expect((await booked.guest.read(booked.booking.token)).conference).toMatchObject({ status: 'ready', joinUrl: link });
  expect(await stage.calls()).toEqual(['exchange']);
  await stage.awaitLine(booked, 'RUNNING confirmed ready');
}

/** After the grace: the grant is revoked where the provider offers that; our own tokens are erased in any case. */
async function grantToEnd(stage: Stage): Promise<void> {
  await until('the tokens to be erased', async () => (await stage.rows(TOKENS)).length === 0, { within: 60_000 });
}

import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { GuestBooking } from '#api/guest/schema.ts';
import { until } from '#dev/clients/until.ts';
import type { Stage } from '../stage.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Eight calls meet the revoked access token at once: it is refreshed once. */
export async function refreshRaced(stage: Stage): Promise<void> {
  await stage.provider.expire(stage.accountEmail);
  const starts = await Promise.all(Array.from({ length: 8 }, (_, index) => stage.freeTime((48 + index) * HOUR_MS)));
  const bookings = await Promise.all(starts.map((startsAt) => bookForSure(stage, startsAt)));
  for (const booking of bookings) await stage.link(booking);
  const calls = await stage.calls();
  expect(calls.filter((call) => call === 'refresh')).toEqual(['refresh']);
  expect(calls.filter((call) => call === 'create')).toHaveLength(8);
}

/** Eight at once wait for one host's lock: who is told to come back does, with the same key, so that nothing is booked twice. */
function bookForSure({ newGuest, page }: Stage, startsAt: string): Promise<GuestBooking> {
  const guest = newGuest();
  const body = { startsAt, guest: { name: guest.name, email: guest.email, timeZone: 'UTC' } };
  const headers = { 'idempotency-key': randomUUID() };
  const path = `/api/v1/public/${page.handle}/${page.slug}/bookings`;
  const ask = () => guest.json<GuestBooking>('POST', path, body, headers);
  return until('the booking', ask, { within: 45_000, every: 1_000 });
}

/** The access token dies before each kind of call: the call is refused, the token renewed, the call made. */
export async function revokedInTheMiddle(stage: Stage): Promise<void> {
  await stage.awaitSubscription();
  await stage.provider.expire(stage.accountEmail);
  const booked = await stage.book();
  await stage.link(booked.booking);
  await stage.rest();
  expect(await turnedAway(stage)).toContain('create');

  const refusedBefore = (await turnedAway(stage)).length;
  await stage.provider.expire(stage.accountEmail);
  await booked.guest.reschedule(booked.booking.token, await stage.freeTime(4 * DAY_MS));
  await until('the meeting to follow', async () => (await stage.calls()).includes('update'));
  await stage.rest();
  // Google and Microsoft are asked for the meeting's version first, so that it is this call which meets the revoked token.
  expect((await turnedAway(stage)).slice(refusedBefore)).toEqual([expect.stringMatching(/^(get|update)$/)]);

  await stage.provider.expire(stage.accountEmail);
  const moved = new Date(Date.now() + 5 * DAY_MS).toISOString();
  await stage.provider.move((await stage.meetingOf(booked)).id, moved);
  const startsAt = async () => (await booked.guest.read(booked.booking.token)).startsAt;
  await until('the booking to follow', async () => (await startsAt()).slice(0, 19) === moved.slice(0, 19));
  expect((await turnedAway(stage)).some((operation) => /get|list/.test(operation))).toBe(true);
  await stage.rest();

  await stage.provider.expire(stage.accountEmail);
  await booked.guest.cancel(booked.booking.token);
  await stage.awaitLine(booked, 'COMPLETED cancelled none');
  expect(await turnedAway(stage)).toContain('delete');
  expect(await stage.meetingsOf(booked.guest)).toEqual([]);
  expect(await stage.card()).toMatchObject({ status: 'connected', problem: null });
}

/** A call begun with the old grant is refused after the host has reconnected: the fresh grant is none the worse. */
export async function staleRefusal(stage: Stage): Promise<void> {
  await stage.fault({ operation: 'create', effect: 'error', status: 401, delayMs: 1_700 });
  const booked = await stage.book();
  const isHanging = async () => (await stage.ledgerOf()).some(({ fault }) => fault === 'error');
  await until('the call to hang', isHanging, { every: 50 });
  await stage.connect();
  await stage.link(booked.booking);
  await stage.rest();
  expect(await stage.calls()).toEqual(['exchange', 'exchange', 'create']);
  expect(await stage.card()).toMatchObject({ status: 'connected', problem: null });
}

/** A grant that died, met by a call, while the host is reconnecting already. */
export async function diedWhileReconnecting(stage: Stage): Promise<void> {
  await stage.provider.endGrant(stage.accountEmail);
  const [booked] = await Promise.all([stage.book(), stage.connect()]);
  await stage.link(booked.booking);
  await stage.rest();
  expect(await stage.card()).toMatchObject({ status: 'connected', problem: null });
}

const turnedAway = async (stage: Stage) =>
  (await stage.ledgerOf()).filter(({ status }) => status === 401).map(({ operation }) => operation);

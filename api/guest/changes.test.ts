import { expect, test } from 'vitest';
import { startApi } from '#test/fixtures/running-api.ts';
import { guestRequests } from '#test/fixtures/guest-requests.ts';
import type { HostBooking } from '../bookings/schema.ts';
import type { GuestBooking } from './schema.ts';

const api = await startApi();
const { host, guest, type, asking, nextFree, requestFor, answerTo } = await guestRequests(api.base);

test('moving keeps link and revision in step; an outdated revision is stale', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const moved = await guest.reschedule(booked.token, nextFree());
  expect(moved).toMatchObject({ revision: 2, token: booked.token, previousStartsAt: booked.startsAt });
  const path = `/api/v1/public/bookings/${booked.token}`;
  for (const [what, body] of [
    ['reschedule', { startsAt: nextFree(), revision: 1 }],
    ['cancel', { revision: 1 }],
  ] as const) {
    const stale = await guest.request('POST', `${path}/${what}`, body);
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'stale' }]);
  }
  const same = await guest.reschedule(booked.token, moved.startsAt);
  expect(same.revision).toBe(2);
});

test('cancelling twice is one cancellation, and a cancelled booking cannot be moved', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const cancelled = await guest.cancel(booked.token, 'Ill');
  expect(cancelled).toMatchObject({ status: 'cancelled', revision: 2 });
  expect(await guest.cancel(booked.token)).toEqual(cancelled);
  const moved = await guest.request('POST', `/api/v1/public/bookings/${booked.token}/reschedule`, {
    startsAt: nextFree(),
  });
  expect([moved.status, await moved.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
  expect(await host.booking(booked.id)).toMatchObject({ status: 'cancelled', reason: 'Ill' });
});

test('a booking’s own time does not block its own move', async () => {
  const booked = await answerTo(requestFor(nextFree()));
  const { days } = await guest.json<{ days: { slots: { startsAt: string }[] }[] }>(
    'GET',
    `/api/v1/public/${host.handle}/${type.slug}/slots?from=${booked.startsAt.slice(0, 10)}&to=${booked.startsAt.slice(0, 10)}&booking=${booked.token}`,
  );
  expect(days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))).toContain(booked.startsAt);
  const later = new Date(Date.parse(booked.startsAt) + 600_000).toISOString();
  expect(await guest.reschedule(booked.token, later)).toMatchObject({ startsAt: later });
});

test('the guest’s zone follows the guest: who moves from another zone has it from then on', async () => {
  const { token } = await answerTo(requestFor(nextFree()));
  const path = `/api/v1/public/bookings/${token}/reschedule`;
  const move = (body: object) => guest.json<GuestBooking>('POST', path, { startsAt: nextFree(), ...body });
  const american = { timeZone: 'Asia/Tokyo', locale: 'en-US', hourCycle: 'h12' };
  expect((await move(american)).guest).toMatchObject(american);
  expect((await move({})).guest).toMatchObject(american);
  const german = { timeZone: 'Europe/Berlin', locale: 'de-AT' };
  expect((await move(german)).guest).toMatchObject({ ...german, hourCycle: 'h23' });
  const refused = await guest.request('POST', path, { startsAt: nextFree(), timeZone: 'Nowhere' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ pointer: '/timeZone' }] }]);
});

test('on a type that asks, a booking waits for the host', async () => {
  const asked = await answerTo(requestFor(nextFree(), { answers: {} }), {}, asking.slug);
  expect(asked).toMatchObject({ status: 'pending', requiresConfirmation: true, proposedStartsAt: null });
  const hold = (await guest.read(asked.token)).holdEndsAt;
  expect(asked.holdEndsAt).toBe(hold);
  expect(Date.parse(hold ?? '')).toBeGreaterThan(Date.now());
  const confirm = async () => host.json<HostBooking>('POST', `/api/v1/bookings/${asked.id}/confirm`, {});
  expect(await confirm()).toMatchObject({ status: 'confirmed', revision: 2 });
  expect(await confirm()).toMatchObject({ status: 'confirmed', revision: 2 });
});

/** A booking that its host has confirmed, and a time that its guest would like better. */
async function confirmedOne() {
  const booked = await answerTo(requestFor(nextFree(), { answers: {} }), {}, asking.slug);
  const answer = (verb: string, body: object = {}) =>
    host.json<HostBooking>('POST', `/api/v1/bookings/${booked.id}/${verb}`, body);
  await answer('confirm');
  return { ...booked, wanted: nextFree(), answer };
}

test('a confirmed booking that its guest would move keeps its time until the host confirms the new one', async () => {
  const { token, startsAt, wanted, answer } = await confirmedOne();
  const proposed = await guest.reschedule(token, wanted);
  expect(proposed).toMatchObject({ status: 'confirmed', startsAt, proposedStartsAt: wanted, proposalOutcome: null });
  expect(Date.parse(proposed.holdEndsAt ?? '')).toBeGreaterThan(Date.now());
  expect(await answer('confirm')).toMatchObject({ status: 'confirmed', startsAt: wanted, proposedStartsAt: null });
  expect(await guest.read(token)).toMatchObject({ startsAt: wanted, previousStartsAt: startsAt, holdEndsAt: null });
});

test('a new time that the host declines leaves the booking as it was, with what the host wrote', async () => {
  const { token, startsAt, wanted, answer } = await confirmedOne();
  await guest.reschedule(token, wanted);
  const kept = { status: 'confirmed', startsAt, proposedStartsAt: null, proposalOutcome: 'declined' };
  expect(await answer('decline', { reason: 'No' })).toMatchObject({ ...kept, reason: 'No' });
  expect(await guest.read(token)).toMatchObject({ ...kept, hostNote: 'No', holdEndsAt: null });
});

test('a guest withdraws a new time by asking for the present one', async () => {
  const { id, token, startsAt, wanted } = await confirmedOne();
  await guest.reschedule(token, wanted);
  const kept = { status: 'confirmed', startsAt, proposedStartsAt: null, proposalOutcome: 'withdrawn' };
  expect(await guest.reschedule(token, startsAt)).toMatchObject({ ...kept, hostNote: null });
  const late = await host.request('POST', `/api/v1/bookings/${id}/confirm`, {});
  expect([late.status, await late.json()]).toMatchObject([409, { code: 'invalid_transition' }]);
});

import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { planBooking } from '#activities/plan/plan-booking.ts';
import { BookingLink } from '#db/entities/booking-link.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { InboxNotification } from '#db/entities/inbox-notification.ts';
import { at, bookTime, mailsOf, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { findInDatabase } from '#test/fixtures/dump.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openInstallation } from '#test/fixtures/installation.ts';
import { createWebhook } from '#commands/webhooks/webhooks.ts';
import { WebhookDelivery } from '#db/entities/webhook.ts';
import { WEBHOOK_EVENTS } from '#domain/webhooks/webhook.ts';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { until } from '#dev/clients/until.ts';
import { receiveNotifications } from '#commands/connections/receive-notifications.ts';
import { eraseGuest } from './erase-guest.ts';
import { forgetGuest } from './forget-guest.ts';
import { exportGuest } from './export-guest.ts';
import { findBookingByToken, guestToken } from '#commands/bookings/guest-token.ts';

const deps = await openInstallation();
beforeEach(() => deps.orm.em.fork().execute('truncate users, inbox_notifications cascade'));

const IDLE = { gaveUp: [], busy: [] };
const DAY_MS = 86_400_000;

const GUEST = { name: 'Zora Canary', email: 'zora.canary@example.org', timeZone: 'Pacific/Chatham' };
const WORDS = ['Canary', 'zora.', 'Chatham', 'parrot', '8675309', '5550123'];

/** A booking that says much about its guest, with a meeting at Zoom whose notifications have come in. */
async function tellingBooking() {
  const host = await makeHost(deps);
  const connection = await makeConnection(deps, host);
  const type = await makeEventType(deps, host, {
    location: { kind: 'zoom' },
    questions: [{ id: 'topic', label: 'Topic', kind: 'text', required: false }],
  });
  await createWebhook(deps, { hostId: host.id, url: 'https://crm.example.com/', events: WEBHOOK_EVENTS });
  const id = await bookTime(deps, type, at(0), {
    guest: GUEST,
    answers: { topic: 'my parrot' },
    idempotencyKey: randomUUIDv7(),
  });
  await planBooking({ ...deps, mail: noMail }, id, IDLE);
  const em = deps.orm.em.fork();
  await em.nativeUpdate(Booking, { id }, { guestPhone: '+1 212 5550123', hostNotes: 'Zora Canary has a parrot' });
  const meeting = await em.findOneOrFail(Conference, { booking: id });
  Object.assign(meeting, {
    state: 'live',
    providerMeetingId: '8675309',
    joinUrl: 'https://zoom.us/j/8675309',
    syncedStartsAt: at(0),
    syncedEndsAt: at(30),
  });
  em.create(BookingLink, {
    id: randomUUIDv7(),
    eventType: type.id,
    name: 'For Zora Canary',
    singleUse: true,
    usedAt: new Date(),
    booking: id,
    createdAt: new Date(),
  });
  em.create(InboxNotification, {
    id: randomUUIDv7(),
    provider: 'zoom',
    dedupeKey: randomUUIDv7(),
    what: 'changed',
    meetingId: '8675309',
    receivedAt: new Date(),
    handledAt: new Date(),
  });
  await em.flush();
  const token = guestToken(deps.config, await readBooking(deps, id));
  return { host, type, connection, id, token };
}

const sendNone = () => Promise.reject(new Error('no mail is sent here'));
const noMail = { send: sendNone, handOver: sendNone, isIdle: () => true, close: () => {} };
const plan = (id: string) => planBooking({ ...deps, mail: noMail }, id, IDLE);
const sayMailed = (id: string) =>
  deps.orm.em.fork().nativeUpdate(EmailDelivery, { booking: id }, { state: 'sent', sentAt: new Date() });
const sayDeleted = (id: string) => deps.orm.em.fork().nativeUpdate(Conference, { booking: id }, { state: 'deleted' });
const tablesWithTraces = async () => new Set((await findInDatabase(deps, WORDS)).map((line) => line.split(':')[0]));
const opens = async (token: string) =>
  (await findBookingByToken(deps.orm.em.fork(), deps.config, token, deps.now())) !== null;

test('the dump finds a guest who is there', async () => {
  await tellingBooking();
  expect(await tablesWithTraces()).toEqual(
    new Set(['booking_links', 'bookings', 'conferences', 'inbox_notifications', 'webhook_deliveries']),
  );
});

test('a booking ahead is cancelled, its link useless at once; the guest is gone when mails and meeting are', async () => {
  const { id, token } = await tellingBooking();
  expect(await opens(token)).toBe(true);
  await eraseGuest(deps, { bookingId: id });
  expect(await opens(token)).toBe(false);
  expect(await opens(guestToken(deps.config, await readBooking(deps, id)))).toBe(false);
  expect(await readBooking(deps, id)).toMatchObject({ status: 'cancelled', endedBy: 'guest', erasedAt: null });
  expect(deps.signalled.at(-1)).toBe(`booking ${id} erase`);
  expect(await mailsOf(deps, id)).toEqual(expect.arrayContaining(['cancelled guest queued', 'cancelled host queued']));

  const first = await plan(id);
  expect(first).toMatchObject({ done: false, mailsDue: true, conference: { action: 'deleteMeeting' } });
  expect(await readBooking(deps, id)).toMatchObject({ guestName: GUEST.name, erasedAt: null });

  await sayMailed(id);
  expect(await plan(id)).toMatchObject({ done: false, mailsDue: false, conference: { action: 'deleteMeeting' } });
  expect(await readBooking(deps, id)).toMatchObject({
    guestName: 'Erased guest',
    guestEmail: '',
    guestPhone: null,
    answers: [],
  });
  expect(await tablesWithTraces()).toEqual(new Set(['conferences', 'inbox_notifications']));

  await sayDeleted(id);
  expect(await plan(id)).toMatchObject({ done: true, conference: null });
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
  expect(await readBooking(deps, id)).toMatchObject({ nextWakeAt: null });
});

test('the meeting’s end, told while it is being forgotten, is not kept', async () => {
  const { id } = await tellingBooking();
  await eraseGuest(deps, { bookingId: id });
  await sayMailed(id);
  await plan(id);
  await sayDeleted(id);
  let told: Promise<void> | undefined;
  await deps.orm.em.fork().transactional(async (em) => {
    await forgetGuest(em, await em.findOneOrFail(Booking, { id }), deps.now());
    const notifications = [{ dedupeKey: 'end', what: 'deleted', meetingId: '8675309' }] as const;
    told = receiveNotifications(deps, { provider: 'zoom', notifications });
    const kept = () => deps.orm.em.fork().count(InboxNotification, { dedupeKey: 'end' });
    await until('it to be kept', async () => (await kept()) === 1);
  });
  await told;
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
});

test('where nothing is pending the guest is gone at once', async () => {
  const { id } = await tellingBooking();
  await cancelBooking(deps, { bookingId: id, actor: 'guest', reason: 'the parrot is ill' });
  await sayMailed(id);
  await sayDeleted(id);
  await eraseGuest(deps, { bookingId: id });
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
  expect(await deps.orm.em.fork().count(EmailDelivery, { booking: id })).toBe(0);
});

test('what a host’s system is still to be told says what happened and when, and nothing of the guest', async () => {
  const { id } = await tellingBooking();
  await deps.orm.em.fork().execute(`update webhook_deliveries set answer_body = 'Hello Zora Canary'`);
  await cancelBooking(deps, { bookingId: id, actor: 'guest', reason: 'the parrot is ill' });
  const told = await exportGuest(deps, { bookingId: id });
  expect(told.toldToHostsSystems.map(({ type }) => type)).toEqual(['booking.confirmed', 'booking.cancelled']);
  await sayMailed(id);
  await sayDeleted(id);
  await eraseGuest(deps, { bookingId: id });
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
  const [, cancelled] = await deps.orm.em.fork().find(WebhookDelivery, { booking: id }, { orderBy: { seq: 'asc' } });
  expect(cancelled?.payload).toMatchObject({
    type: 'booking.cancelled',
    data: { booking: { id, status: 'cancelled' } },
  });
});

test('a meeting that has begun is not cancelled: its guest goes when it is complete', async () => {
  const { id, type } = await tellingBooking();
  await sayMailed(id);
  await deps.orm.em.fork().execute(
    `update bookings set starts_at = now() - interval '20 min', ends_at = now() + interval '10 min',
         blocked_from = now() - interval '20 min', blocked_until = now() + interval '15 min' where id = ?`,
    [id],
  );
  await eraseGuest(deps, { bookingId: id });
  expect(await readBooking(deps, id)).toMatchObject({ status: 'confirmed', erasedAt: null });
  await deps.orm.em.fork().execute(`update bookings set ends_at = now() where id = ?`, [id]);
  expect(await plan(id)).toMatchObject({ status: 'completed', done: true });
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
  expect(await mailsOf(deps, id)).toEqual([]);
  expect(await outcomes([bookTime(deps, type, at(0))])).toEqual(['ok']);
});

test('a mail server that never takes the mail does not keep the guest for more than a week', async () => {
  const { id } = await tellingBooking();
  await eraseGuest(deps, { bookingId: id });
  await deps.orm.em
    .fork()
    .execute(`update bookings set erase_asked_at = erase_asked_at - interval '8 days' where id = ?`, [id]);
  await plan(id);
  expect(await readBooking(deps, id)).toMatchObject({ guestName: 'Erased guest' });
  await sayDeleted(id);
  await plan(id);
  expect(await findInDatabase(deps, WORDS)).toEqual([]);
});

test('a meeting that turns up after all is found by its marker and deleted', async () => {
  const { id } = await tellingBooking();
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await sayMailed(id);
  await sayDeleted(id);
  await eraseGuest(deps, { bookingId: id });
  await deps.orm.em
    .fork()
    .execute(`update conferences set state = 'deleting', provider_meeting_id = '777' where booking_id = ?`, [id]);
  expect(await plan(id)).toMatchObject({ conference: { action: 'deleteMeeting' } });
  const row = await deps.orm.em.fork().findOneOrFail(Conference, { booking: id });
  expect(row).toMatchObject({ providerMeetingId: '777' });
});

test('asked twice at once, it is done once; afterwards there is nothing to export or to change', async () => {
  const { id } = await tellingBooking();
  const ask = () => eraseGuest(deps, { bookingId: id });
  expect(await outcomes([ask(), ask()])).toEqual(['ok', 'ok']);
  expect((await readBooking(deps, id)).revision).toBe(2);
  expect(await outcomes([exportGuest(deps, { bookingId: id })])).toEqual(['not_found']);
});

test('a link opens until a day after the meeting, and no link of another version ever', async () => {
  const { id, token } = await tellingBooking();
  const booking = await readBooking(deps, id);
  const em = deps.orm.em.fork();
  const end = booking.endsAt.getTime();
  expect(await findBookingByToken(em, deps.config, token, new Date(end + DAY_MS))).not.toBeNull();
  expect(await findBookingByToken(em, deps.config, token, new Date(end + DAY_MS + 1))).toBeNull();
  expect(await opens(guestToken(deps.config, { id, linkVersion: 2 }))).toBe(false);
  // Not the last character, of which only some bits count.
  expect(await opens(token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1))).toBe(false);
  await deps.orm.em.fork().execute('update bookings set link_version = 2 where id = ?', [id]);
  expect(await opens(token)).toBe(false);
  expect(await opens(guestToken(deps.config, { id, linkVersion: 2 }))).toBe(true);
});

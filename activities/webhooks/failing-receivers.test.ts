import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { resendDelivery, sendTestEvent } from '#commands/webhooks/deliveries.ts';
import { changeWebhook } from '#commands/webhooks/webhooks.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { openWebhookWorkshop } from '#test/fixtures/webhook-workshop.ts';
import { sendWebhookMails } from './webhook-mails.ts';

const { deps, receivers, hostWith, plan, deliver, passMinutes, readWebhook, deliveries, states, mailsOf } =
  await openWebhookWorkshop();
const HOUR = 60;

test('a receiver that is down for a day gets everything afterwards, each booking’s in order, and is asked little meanwhile', async () => {
  const one = await hostWith({ isDown: true });
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1) ids.push(await bookTime(deps, one.type, at(index * HOUR)));
  for (const id of ids) await cancelBooking(deps, { bookingId: id, actor: 'host' });
  for (let hour = 0; hour < 24; hour += 1) {
    await deliver(one);
    await passMinutes(one, 60);
  }
  const tries = await receivers.received(one.name);
  expect(tries.length).toBeLessThan(60);
  expect(await readWebhook(one)).toMatchObject({ state: 'active', pauseCause: null });
  expect((await plan(one)).problem).toBe('failing');
  await receivers.behave(one.name);
  await passMinutes(one, 7 * 60);
  expect(await deliver(one)).toEqual({ delivered: 24, failed: 0 });
  const received = (await receivers.received(one.name)).filter(({ status }) => status === 200);
  for (const id of ids)
    expect(received.filter(({ bookingId }) => bookingId === id).map(({ type }) => type)).toEqual([
      'booking.confirmed',
      'booking.cancelled',
    ]);
  expect(received).toHaveLength(24);
  expect(await readWebhook(one)).toMatchObject({ failures: 0, troubleSince: null, retryAt: null });
});

test('one booking’s failing delivery holds back its own later ones and no others', async () => {
  const one = await hostWith();
  const sick = await bookTime(deps, one.type, at(0));
  const well = await bookTime(deps, one.type, at(60));
  await receivers.behave(one.name, { failOn: sick, answer: 'no room' });
  for (const bookingId of [sick, well]) await cancelBooking(deps, { bookingId, actor: 'host' });
  await deliver(one);
  const seen = async () =>
    (await receivers.received(one.name)).map(
      ({ type, bookingId, status }) => `${bookingId === sick ? 'sick' : 'well'} ${type} ${status}`,
    );
  expect((await seen()).toSorted()).toEqual([
    'sick booking.confirmed 500',
    'well booking.cancelled 200',
    'well booking.confirmed 200',
  ]);
  expect((await deliveries(one))[0]).toMatchObject({ state: 'queued', problem: 'status', answerStatus: 500 });
  await receivers.behave(one.name);
  await passMinutes(one, 1);
  expect(await deliver(one)).toEqual({ delivered: 2, failed: 0 });
  expect((await seen()).slice(-2)).toEqual(['sick booking.confirmed 200', 'sick booking.cancelled 200']);
});

test('three days of failures pause it, its host is mailed once, and what is queued waits until it is resumed', async () => {
  const one = await hostWith({ status: 500 });
  const id = await bookTime(deps, one.type, at(0));
  await deliver(one);
  await passMinutes(one, 3 * 24 * 60 - 1);
  expect((await plan(one)).state).toBe('active');
  await passMinutes(one, 1);
  expect(await plan(one)).toMatchObject({ state: 'paused', problem: 'failing', mailsDue: true, deliveriesDue: false });
  expect(await sendWebhookMails(deps, one.webhookId)).toEqual(['webhook paused → host: sent']);
  expect(JSON.stringify(deps.mailroom.taken.at(-1))).toContain('Webhook paused: 127.0.0.1');
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  expect(await plan(one)).toMatchObject({ state: 'paused', mailsDue: false, deliveriesDue: false, next: null });
  expect(await mailsOf(one)).toHaveLength(1);
  await receivers.behave(one.name);
  await changeWebhook(deps, one, { state: 'active' });
  expect(await deliver(one)).toEqual({ delivered: 2, failed: 0 });
});

test('a delivery that alone fails for three days is given up, and can be sent again', async () => {
  const one = await hostWith();
  const sick = await bookTime(deps, one.type, at(0));
  await receivers.behave(one.name, { failOn: sick });
  await deliver(one);
  await passMinutes(one, 3 * 24 * 60);
  await sendTestEvent(deps, one);
  await deps.orm.em.fork().execute('update webhooks set trouble_since = now() where id = ?', [one.webhookId]);
  await deliver(one);
  expect(await states(one)).toEqual(['booking.confirmed failed', 'webhook.test delivered']);
  await receivers.behave(one.name);
  const [failed] = await deliveries(one);
  await resendDelivery(deps, { ...one, deliveryId: failed?.id ?? '' });
  await deliver(one);
  const received = await receivers.received(one.name);
  expect(received.at(-1)).toMatchObject({ messageId: failed?.messageId, type: 'booking.confirmed', status: 200 });
});

test('an answer of 410 pauses it at once', async () => {
  const one = await hostWith({ status: 410 });
  await bookTime(deps, one.type, at(0));
  await deliver(one);
  expect(await plan(one)).toMatchObject({ state: 'paused', problem: 'gone', mailsDue: true });
  expect(await states(one)).toEqual(['booking.confirmed queued']);
});

test('a receiver says how long to wait', async () => {
  const one = await hostWith({ status: 503, retryAfter: '3600' });
  await bookTime(deps, one.type, at(0));
  await deliver(one);
  const wait = (await plan(one)).next?.inMs ?? 0;
  expect(wait).toBeGreaterThan(50 * 60_000);
});

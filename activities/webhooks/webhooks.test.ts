import { Webhook as Verifier } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { markNoShow } from '#commands/bookings/host-record.ts';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { resendDelivery, sendTestEvent } from '#commands/webhooks/deliveries.ts';
import { changeWebhook, createWebhook, rotateWebhookSecret } from '#commands/webhooks/webhooks.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { Webhook, WebhookDelivery } from '#db/entities/webhook.ts';
import { WEBHOOK_EVENTS } from '#domain/webhooks/webhook.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openSimulatedReceivers } from '#test/fixtures/simulated-receivers.ts';
import { openWorkshop, shift } from '#test/fixtures/workshop.ts';
import { deliverEvents } from './deliver-events.ts';
import { planWebhook } from './plan-webhook.ts';
import { sendWebhookMails } from './webhook-mails.ts';

const receivers = await openSimulatedReceivers();
const deps = await openWorkshop({ environment: { OUTBOUND_ALLOW: receivers.allowed } });
const IDLE = { busy: [], gaveUp: false };
const HOUR = 60;

let made = 0;
type Behaviour = Parameters<typeof receivers.behave>[1];

/** A host with an event type and a webhook whose receiver behaves so. */
async function hostWith(
  behaviour: Behaviour = {},
  events: readonly (typeof WEBHOOK_EVENTS)[number][] = WEBHOOK_EVENTS,
) {
  const name = `receiver-${(made += 1)}`;
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host);
  const url = await receivers.behave(name, behaviour);
  const { webhook, secret } = await createWebhook(deps, { hostId: host.id, url, events });
  return { name, host, type, secret, hostId: host.id, webhookId: webhook.id };
}
type Case = Awaited<ReturnType<typeof hostWith>>;

const plan = ({ webhookId }: Case) => planWebhook(deps, webhookId, IDLE);
/** What its workflow would do: rounds of deliveries for as long as something is due. */
async function deliver(one: Case) {
  const round = { delivered: 0, failed: 0 };
  while ((await plan(one)).deliveriesDue) {
    const { delivered, failed } = await deliverEvents(deps, one.webhookId);
    if (delivered + failed === 0) break;
    round.delivered += delivered;
    round.failed += failed;
  }
  return round;
}

/** As if so many minutes had passed for a webhook. */
async function passMinutes({ webhookId }: Case, minutes: number) {
  const ago = (columns: readonly string[]) =>
    columns.map((column) => `${column} = ${column} - interval '1 minute' * ${minutes}`).join(', ');
  const em = deps.orm.em.fork();
  await em.execute(
    `update webhook_deliveries set ${ago(['created_at', 'due_at', 'claimed_until', 'first_tried_at', 'last_tried_at'])}
      where webhook_id = ?`,
    [webhookId],
  );
  await em.execute(
    `update webhooks set ${ago(['trouble_since', 'retry_at', 'former_secret_until', 'paused_at'])} where id = ?`,
    [webhookId],
  );
}

const readWebhook = ({ webhookId }: Case) => deps.orm.em.fork().findOneOrFail(Webhook, { id: webhookId });
const deliveries = ({ webhookId }: Case) =>
  deps.orm.em.fork().find(WebhookDelivery, { webhook: webhookId }, { orderBy: { seq: 'asc' } });
const states = async (one: Case) => (await deliveries(one)).map(({ type, state }) => `${type} ${state}`);
const mailsOf = ({ webhookId }: Case) =>
  deps.orm.em.fork().find(EmailDelivery, { webhook: webhookId }, { orderBy: { id: 'asc' } });

test('what happens to a booking is delivered in order, signed, and says what it is about', async () => {
  const one = await hostWith();
  const id = await bookTime(deps, one.type, at(0));
  expect(deps.signalled.filter((line) => line === `webhook ${one.webhookId} queued`)).toHaveLength(1);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  await cancelBooking(deps, { bookingId: id, actor: 'host', reason: 'Ill' });
  expect(await deliver(one)).toEqual({ delivered: 3, failed: 0 });
  const received = await receivers.received(one.name);
  expect(received.map(({ type, bookingId }) => [type, bookingId])).toEqual([
    ['booking.confirmed', id],
    ['booking.rescheduled', id],
    ['booking.cancelled', id],
  ]);
  const [first] = received;
  expect(new Verifier(one.secret).verify(first?.call.body ?? '', first?.call.headers ?? {})).toMatchObject({
    type: 'booking.confirmed',
    version: 1,
    data: {
      booking: {
        id,
        status: 'confirmed',
        startsAt: at(0).toISOString(),
        guest: { name: 'Sam Guest', timeZone: 'Europe/Berlin', answers: [] },
        eventType: { slug: one.type.slug },
        location: { kind: 'phone' },
        conference: null,
      },
    },
  });
  expect(JSON.parse(received[2]?.call.body ?? '')).toMatchObject({
    data: { booking: { status: 'cancelled', previousStartsAt: at(0).toISOString(), reason: 'Ill', endedBy: 'host' } },
  });
  expect(await deliveries(one)).toMatchObject([{ answerStatus: 200, answerBody: 'ok', attempts: 1 }, {}, {}]);
  expect((await plan(one)).next).toBeNull();
});

test('a no-show is told once, and not that it was taken back', async () => {
  const one = await hostWith({}, ['booking.no_show']);
  const bookingId = await bookTime(deps, one.type, at(0));
  await shift(deps, bookingId, -10);
  for (const noShow of [true, true, false]) await markNoShow(deps, { bookingId, hostId: one.hostId, noShow });
  expect(await states(one)).toEqual(['booking.no_show queued']);
});

test('only what was chosen is written, and nothing where the change is undone', async () => {
  const one = await hostWith({}, ['booking.cancelled']);
  const id = await bookTime(deps, one.type, at(0));
  expect(await states(one)).toEqual([]);
  await deps.orm.em
    .fork()
    .transactional(async (em) => {
      await cancelBooking({ ...deps, orm: { em: { fork: () => em } } as never }, { bookingId: id, actor: 'host' });
      throw new Error('undone');
    })
    .catch(() => undefined);
  expect(await states(one)).toEqual([]);
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  expect(await states(one)).toEqual(['booking.cancelled queued']);
});

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

test('a redirect to a private address is not followed', async () => {
  const hidden = await receivers.behave('hidden');
  const one = await hostWith({ redirect: hidden });
  await bookTime(deps, one.type, at(0));
  await deliver(one);
  expect(await deliveries(one)).toMatchObject([{ state: 'queued', problem: 'redirect', answerStatus: 302 }]);
  expect(await receivers.received('hidden')).toEqual([]);
});

test('an address that has become private is not called', async () => {
  const one = await hostWith();
  await bookTime(deps, one.type, at(0));
  await deliverEvents({ ...deps, config: { ...deps.config, OUTBOUND_ALLOW: undefined } }, one.webhookId);
  expect(await deliveries(one)).toMatchObject([{ problem: 'not_public', answerStatus: null }]);
  await deps.orm.em.fork().execute(`update webhooks set url = 'https://localhost:1/' where id = ?`, [one.webhookId]);
  expect(await receivers.received(one.name)).toEqual([]);
});

test('an answer that takes too long is a failure; only the beginning of one is kept', async () => {
  const slow = await hostWith({ delayMs: 60_000 });
  await bookTime(deps, slow.type, at(0));
  await deliverEvents({ ...deps, config: { ...deps.config, WEBHOOK_TIMEOUT_MS: 100 } }, slow.webhookId);
  expect(await deliveries(slow)).toMatchObject([{ problem: 'timeout', answerStatus: null }]);
  const chatty = await hostWith({ answer: 'x\0'.repeat(1_000) });
  await bookTime(deps, chatty.type, at(0));
  await deliver(chatty);
  const [answered] = await deliveries(chatty);
  expect(answered?.answerBody).toMatch(/^x{512}$/);
});

test('a receiver says how long to wait', async () => {
  const one = await hostWith({ status: 503, retryAfter: '3600' });
  await bookTime(deps, one.type, at(0));
  await deliver(one);
  const wait = (await plan(one)).next?.inMs ?? 0;
  expect(wait).toBeGreaterThan(50 * 60_000);
});

test('a round that was cut off is repeated under the same id once its claim has run out', async () => {
  const one = await hostWith({ status: 500 });
  await bookTime(deps, one.type, at(0));
  // As a killed worker leaves it.
  await deps.orm.em.fork().execute(
    `update webhook_deliveries set claimed_until = now() + interval '20 seconds', attempts = 1, first_tried_at = now()
        where webhook_id = ?`,
    [one.webhookId],
  );
  await receivers.behave(one.name);
  expect(await plan(one)).toMatchObject({ deliveriesDue: false, next: { name: 'another attempt' } });
  expect(await deliverEvents(deps, one.webhookId)).toEqual({ delivered: 0, failed: 0 });
  await passMinutes(one, 1);
  expect(await deliver(one)).toEqual({ delivered: 1, failed: 0 });
});

test('a replaced secret signs beside the new one for a day', async () => {
  const one = await hostWith();
  const { secret } = await rotateWebhookSecret(deps, one);
  await sendTestEvent(deps, one);
  await deliver(one);
  await passMinutes(one, 24 * 60);
  await sendTestEvent(deps, one);
  await deliver(one);
  const [both, alone] = await receivers.received(one.name);
  const verified = (by: string, event: typeof both) =>
    new Verifier(by).verify(event?.call.body ?? '', event?.call.headers ?? {});
  for (const by of [secret, one.secret]) expect(verified(by, both)).toMatchObject({ type: 'webhook.test' });
  expect(verified(secret, alone)).toMatchObject({ type: 'webhook.test' });
  expect(() => verified(one.secret, alone)).toThrow('No matching signature found');
});

test('ten thousand events for one slow receiver: a round ends in its time, and another webhook is served meanwhile', async () => {
  const slow = await hostWith({ delayMs: 500 });
  await deps.orm.em.fork().execute(
    `insert into webhook_deliveries (id, webhook_id, about, message_id, type, payload, state, due_at, created_at)
     select gen_random_uuid(), ?, gen_random_uuid(), gen_random_uuid(), 'webhook.test', '{"type":"webhook.test","data":{}}',
       'queued', now(), now() from generate_series(1, 10000)`,
    [slow.webhookId],
  );
  expect(await plan(slow)).toMatchObject({ deliveriesDue: true });
  const round = deliverEvents(deps, slow.webhookId);
  const quick = await hostWith();
  await bookTime(deps, quick.type, at(0));
  expect(await deliver(quick)).toEqual({ delivered: 1, failed: 0 });
  // Its worker's slot is free again after a round, however much is left.
  const { delivered, failed } = await round;
  expect(failed).toBe(0);
  expect(delivered).toBeGreaterThan(0);
  expect(delivered).toBeLessThan(10_000);
  expect(await plan(slow)).toMatchObject({ deliveriesDue: true });
});

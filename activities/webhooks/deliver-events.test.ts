import { Webhook as Verifier } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { markNoShow } from '#commands/bookings/host-record.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { openWebhookWorkshop } from '#test/fixtures/webhook-workshop.ts';
import { shift } from '#test/fixtures/workshop.ts';
import { deliverEvents } from './deliver-events.ts';

const { deps, receivers, hostWith, plan, deliver, passMinutes, deliveries, states } = await openWebhookWorkshop();

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

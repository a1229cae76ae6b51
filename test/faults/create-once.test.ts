import { describe, expect, test } from 'vitest';
import type { WebhookDeliveries as Deliveries, WebhookMade } from '#api/openapi/client/types.ts';
import { until } from '#dev/clients/until.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { overlapsIn } from '#dev/clients/overlaps.ts';
import { patiently } from '#dev/clients/patiently.ts';
import { openReceiverClient } from '#dev/clients/receivers.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack();
const scene = useScenes(stack);

describe('a meeting whose create was never answered', () => {
  test.each([
    { effect: 'drop_after_commit', worker: 'lives' },
    { effect: 'drop_after_commit', worker: 'is killed' },
    { effect: 'slow', worker: 'is killed' },
  ] as const)('is found again: $effect, the worker $worker', async ({ effect, worker }) => {
    const { book, provider, meetingsOf, link, mailbox, host } = await scene();
    await provider.fault({ operation: 'create', effect, delayMs: 1_500, times: 1 });
    const { guest, booking } = await book();
    if (worker === 'is killed') {
      await until('the simulator to commit', async () =>
        (await provider.ledger()).some(({ change, fault }) => change === 'created' && fault === effect),
      );
      await stack.killAndAwait('worker');
    }
    const joinUrl = await link(booking);
    await mailbox.awaitMail(guest.email, /confirmed|link/i, 30_000);
    await atRest((await stack.file()).database, host.handle);
    const meetings = await meetingsOf(guest);
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.joinUrl).toBe(joinUrl);
    const texts = (await mailbox.to(guest.email)).map(({ text }) => text);
    expect(texts.some((text) => text.includes(joinUrl))).toBe(true);
    expect(overlapsIn(await provider.ledger())).toEqual([]);
  });
});

const RUNS = 30;
const HOSTS = 3;
const random = (most: number) => Math.floor(Math.random() * most);
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a create that hangs', () => {
  test.each(['cancelled', 'rescheduled', 'terminated and cancelled'] as const)(
    `is %s meanwhile, ${RUNS} times at random moments: nothing is orphaned`,
    async (fate) => {
      const sets = await Promise.all(Array.from({ length: HOSTS }, () => scene()));
      const [first] = sets;
      if (first === undefined) throw new Error('no scene');
      for (let run = 0; run < RUNS; run += 1)
        await first.provider.fault(
          run % 2 === 0
            ? { operation: 'create', effect: 'slow', delayMs: 500 + random(3_000), times: 1 }
            : { operation: 'create', effect: 'timeout', times: 1 },
        );
      const played = await Promise.all(
        sets.flatMap((set) =>
          Array.from({ length: RUNS / HOSTS }, async (_, index) => {
            const guest = set.newGuest();
            const at = await set.freeTime((2 * 24 + index) * 3_600_000);
            const booking = await patiently(() => guest.bookOnce(set.page, at));
            await later(random(2_500));
            if (fate === 'terminated and cancelled') await set.workflows.terminate(booking.id).catch(() => undefined);
            if (fate !== 'rescheduled') {
              await patiently(() => guest.cancel(booking.token));
              return { set, guest, wanted: [] as string[] };
            }
            const moved = await set.freeTime((4 * 24 + index) * 3_600_000);
            await patiently(() => guest.reschedule(booking.token, moved));
            return { set, guest, wanted: [moved] };
          }),
        ),
      );
      const { database } = await stack.file();
      for (const set of sets) await atRest(database, set.host.handle);
      for (const { set, guest, wanted } of played) {
        const meetings = await set.meetingsOf(guest);
        expect(meetings.map(({ startsAt }) => Date.parse(startsAt))).toEqual(wanted.map((at) => Date.parse(at)));
      }
      expect(overlapsIn(await first.provider.ledger())).toEqual([]);
    },
  );
});

test('a delivery to a host’s system that the worker was killed at arrives, and what follows of its booking after it', async () => {
  const { book, host } = await scene();
  const receivers = openReceiverClient((await stack.file()).simulators);
  const url = await receivers.behave(host.handle, { delayMs: 3_000 });
  const events = ['booking.confirmed', 'booking.cancelled'];
  const webhook = await host.json<WebhookMade>('POST', '/api/v1/webhooks', { url, events });
  const { booking } = await book();
  await until('the call to be under way', async () => (await receivers.received(host.handle)).length > 0);
  await stack.killAndAwait('worker');
  await receivers.behave(host.handle);
  await host.json('POST', `/api/v1/bookings/${booking.id}/cancel`, {});
  const delivered = async () => {
    const { items } = await host.json<Deliveries>('GET', `/api/v1/webhooks/${webhook.id}/deliveries`);
    return items.length === 2 && items.every(({ state }) => state === 'delivered');
  };
  await until('both deliveries', delivered, { within: 120_000 });
  const received = await receivers.received(host.handle);
  // The call that was cut off came in too: it is told apart by its id.
  const once = [...new Map(received.map((event) => [event.messageId, event.type])).values()];
  expect(once).toEqual(events);
  expect(received.at(-1)?.type).toBe('booking.cancelled');
});

import { describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { overlapsIn } from '#dev/clients/overlaps.ts';
import { patiently } from '#dev/clients/patiently.ts';
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

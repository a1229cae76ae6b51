import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schedule } from '#api/schedules/schema.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { startApi } from '#test/fixtures/running-api.ts';
import type { CompactSlots, GuestBooking, Slots } from './schema.ts';
import { createSharedAnswers, type SharedAnswer } from './shared-answers.ts';

const DAY_MS = 86_400_000;
const dayAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

type Step =
  | { readonly do: 'book'; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly to: number }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'hours'; readonly from: number }
  | { readonly do: 'length'; readonly minutes: number };

const which = fc.nat({ max: 200 });
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('book' as const), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, to: which }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hours' as const), from: fc.integer({ min: 6, max: 11 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('length' as const), minutes: fc.constantFrom(20, 30, 45) }),
    },
  ) as fc.Arbitrary<Step>,
  { minLength: 4, maxLength: 12 },
);

test('what is shared says at every moment what is computed afresh, and compact the same', async () => {
  const api = await startApi({ environment: { RATE_LIMIT_SCALE: '1000' } });
  const host = await signUp(api.base, { timeZone: 'Europe/Berlin' });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const { id, slug } = await host.offer('phone', { slotIntervalMinutes: 15, bufferAfterMinutes: 10, maxPerDay: 9 });
      const guest = newGuest(api.base);
      const page = { handle: host.handle, slug };
      const dates = { from: dayAhead(3), to: dayAhead(6), timeZone: 'Asia/Tokyo' };
      const ask = <T>(more: Readonly<Record<string, string>>) =>
        guest.json<T>(
          'GET',
          `/api/v1/public/${host.handle}/${slug}/slots?${new URLSearchParams({ ...dates, ...more })}`,
        );
      const bookings: GuestBooking[] = [];

      const take = async (step: Step, free: readonly string[]) => {
        const startsAt = (index: number) => free[index % free.length] ?? '';
        if (step.do === 'hours') {
          const { items } = await host.json<{ items: Schedule[] }>('GET', '/api/v1/schedules');
          const weekly = [
            { days: [1, 2, 3, 4, 5, 6, 7], from: `${String(step.from).padStart(2, '0')}:00`, to: '18:00' },
          ];
          await host.json('PATCH', `/api/v1/schedules/${items[0]?.id}`, { weekly });
        } else if (step.do === 'length')
          await host.json('PATCH', `/api/v1/event-types/${id}`, { durationMinutes: step.minutes });
        else if (step.do === 'book') bookings.push(await guest.book(page, startsAt(step.which)));
        else {
          const [booking] = bookings.splice(step.which % Math.max(1, bookings.length), 1);
          if (booking === undefined) return;
          if (step.do === 'cancel') await guest.cancel(booking.token);
          else bookings.push(await guest.reschedule(booking.token, startsAt(step.to)));
        }
      };

      for (const step of [...taken, null]) {
        const shared = await ask<Slots>({});
        // A link that opens no booking asks for the same times, by itself.
        expect(shared).toEqual(await ask<Slots>({ booking: 'none' }));
        expect(written(await ask<CompactSlots>({ form: 'compact' }))).toEqual(shared);
        if (step === null) break;
        const free = shared.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
        await take(step, free);
      }
      await Promise.all(bookings.map(({ token }) => guest.cancel(token)));
    }),
    { numRuns: 5 },
  );
});

const iso = (minute: number) => new Date(minute * 60_000).toISOString();

/** A compact answer at full length. */
function written({ timeZone, durationMinutes, days, nextDate }: CompactSlots): Slots {
  return {
    timeZone,
    days: days.map(({ date, starts }) => {
      const minutes = starts.map((_, index) => starts.slice(0, index + 1).reduce((sum, later) => sum + later, 0));
      return { date, slots: minutes.map((start) => ({ startsAt: iso(start), endsAt: iso(start + durationMinutes) })) };
    }),
    nextDate,
  };
}

const answer = (text: string): SharedAnswer => ({ hostId: 'host', body: Buffer.from(text), count: 1 });

test('those who ask while an answer is being made share it, and who comes a second later gets a new one', async () => {
  const answers = createSharedAnswers();
  const making: PromiseWithResolvers<SharedAnswer>[] = [];
  const make = () => {
    const made = Promise.withResolvers<SharedAnswer>();
    making.push(made);
    return made.promise;
  };
  const now = new Date('2026-12-01T09:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);
  const first = Array.from({ length: 50 }, (_, index) => answers.get('page', later(index), make));
  const other = answers.get('other page', now, make);
  expect(making).toHaveLength(2);
  making[0]?.resolve(answer('a'));
  making[1]?.resolve(answer('b'));
  expect(new Set((await Promise.all(first)).map(({ body }) => body.toString()))).toEqual(new Set(['a']));
  expect((await other).body.toString()).toBe('b');
  expect((await answers.get('page', later(999), make)).body.toString()).toBe('a');
  const next = answers.get('page', later(1_000), make);
  expect(making).toHaveLength(3);
  making[2]?.reject(new Error('away'));
  await expect(next).rejects.toThrow('away');
  // A failure is told to those who wait for it, and not kept.
  const again = answers.get('page', later(1_000), make);
  expect(making).toHaveLength(4);
  making[3]?.resolve(answer('c'));
  expect((await again).body.toString()).toBe('c');
});

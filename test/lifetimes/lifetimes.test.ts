import { describe, expect, test } from 'vitest';
import { kindOf } from '#dev/clients/mailbox.ts';
import { until } from '#dev/clients/until.ts';
import { playStory } from '#dev/demo/story.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const MINUTE_MS = 60_000;
/** More would say that the workflow wakes, calls or writes without need. */
const MOST_HISTORY_EVENTS = 48;

// Waits as in life: with the tests' shorter ones a busy machine mails links on their own and repairs what is at work.
const stack = useStack({ LINK_WAIT_MS: '60000', UNDELIVERED_MS: '5000', OVERDUE_MS: '60000' });
const scene = queuePerHost(useScenes(stack));

// They wait for real timers, so they wait together.
describe.concurrent(
  'bookings from their first to their last day',
  () => {
    test.each(['zoom', 'teams', 'meet'])('the demo’s story with %s', async (provider) => {
      const told: string[] = [];
      await playStory(await stack.file(), provider, {
        chapter: (title) => told.push(title),
        saw: () => undefined,
      });
      expect(told).toHaveLength(5);
    });

    test.each(['zoom', 'teams', 'meet'])(
      `a plain one with %s costs at most ${MOST_HISTORY_EVENTS} events`,
      async (provider) => {
        // A sweep on an overloaded machine adds a few events; the cheapest of three shows what a booking costs by itself.
        const costs = await Promise.all([wholeLife(provider), wholeLife(provider), wholeLife(provider)]);
        expect(Math.min(...costs)).toBeLessThanOrEqual(MOST_HISTORY_EVENTS);
      },
    );

    test('two reminders and two resends each send a mail of their own, none twice', async () => {
      const { bookSoon, link, host, mailbox } = await scene({ rules: { reminderMinutes: [1, 2] } });
      const { guest, booking } = await bookSoon(2.3 * MINUTE_MS);
      await link(booking);
      await mailbox.awaitMail(guest.email, /confirmed/i);
      const resend = () => host.json('POST', `/api/v1/bookings/${booking.id}/resend`, {});
      await resend();
      await resend();
      const kinds = async () => (await mailbox.to(guest.email)).map(kindOf);
      await until('both reminders', async () => (await kinds()).filter((kind) => kind === 'Reminder').length >= 2, {
        within: 3 * MINUTE_MS,
      });
      await atRest((await stack.file()).database, host.handle);
      expect((await kinds()).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'Confirmed',
        'Confirmed',
        'Confirmed',
        'Reminder',
        'Reminder',
      ]);
    });

    test('a guest is thanked once, some time after the meeting’s end, and only then is all done', async () => {
      const rules = { durationMinutes: 1, followUpMinutes: 1, followUpLine: 'It was a pleasure.' };
      const { bookSoon, workflows, mailbox } = await scene({ rules });
      const { guest, booking } = await bookSoon(0.2 * MINUTE_MS);
      const { text } = await mailbox.awaitMail(guest.email, /Thank you/, 5 * MINUTE_MS);
      expect(Date.now()).toBeGreaterThan(Date.parse(booking.endsAt) + MINUTE_MS);
      expect(text).toContain('It was a pleasure.');
      await until('its end', async () => (await workflows.statusOf(booking.id)) === 'COMPLETED');
      expect((await mailbox.to(guest.email)).map(kindOf)).toEqual(['Confirmed', 'Thank you']);
    });
  },
  8 * MINUTE_MS,
);

/** One at a time: only so many passwords are hashed at once, and who would wait long for it is refused. */
function queuePerHost<Given extends readonly unknown[], Made>(make: (...given: Given) => Promise<Made>) {
  let last: Promise<unknown> = Promise.resolve();
  return (...given: Given): Promise<Made> => {
    const next = last.then(() => make(...given));
    last = next.catch(() => undefined);
    return next;
  };
}

/** Books, waits for the meeting's end and tells what the workflow's history holds by then. */
async function wholeLife(provider: string): Promise<number> {
  const rules = { durationMinutes: 1, reminderMinutes: [1] };
  const { bookSoon, host, workflows, mailbox } = await scene({ provider, rules });
  // A new connection wakes all bookings that wait for it: one made meanwhile would be woken too.
  await atRest((await stack.file()).database, host.handle);
  const { guest, booking } = await bookSoon(1.5 * MINUTE_MS);
  const isOver = async () => (await workflows.statusOf(booking.id)) === 'COMPLETED';
  await until('its end', isOver, { within: 6 * MINUTE_MS, every: 1_000 });
  expect((await mailbox.to(guest.email)).map(kindOf)).toEqual(['Confirmed', 'Reminder']);
  expect((await guest.read(booking.token)).status).toBe('completed');
  return workflows.eventsOf(booking.id);
}

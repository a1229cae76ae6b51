import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '#dev/clients/until.ts';
import { atRest } from '#test/scenes/at-rest.ts';
import { useScenes } from '#test/scenes/use-scenes.ts';
import { useStack } from '#test/setup/stack.ts';

const stack = useStack({ POLL_MS: '3600000' });
const scene = useScenes(stack);
const HOUR_MS = 3_600_000;

describe('a change at the provider', () => {
  test('a deletion cancels the booking and tells the guest', async () => {
    const { book, link, provider, meetingsOf, mailbox } = await scene();
    const { guest, booking } = await book();
    await link(booking);
    const [meeting] = await meetingsOf(guest);
    await provider.remove(meeting?.id ?? '');
    await until('the booking to be cancelled', async () => (await guest.read(booking.token)).status === 'cancelled');
    expect((await mailbox.awaitMail(guest.email, /cancelled/i)).text).toContain('Robin');
  });

  test('a move reschedules the booking; the echo of our own change does nothing', async () => {
    const { book, link, provider, meetingsOf, mailbox, host, freeTime } = await scene();
    const { guest, booking } = await book();
    await link(booking);
    const [meeting] = await meetingsOf(guest);
    const moved = new Date(Date.parse(booking.startsAt) + 26 * HOUR_MS).toISOString();
    await provider.move(meeting?.id ?? '', moved);
    await until('the booking to follow', async () => (await guest.read(booking.token)).startsAt === moved);
    await mailbox.awaitMail(guest.email, /rescheduled/i);
    const own = await freeTime(5 * 24 * HOUR_MS);
    await guest.reschedule(booking.token, own);
    await until('the meeting to follow', async () =>
      (await meetingsOf(guest)).some(({ startsAt }) => Date.parse(startsAt) === Date.parse(own)),
    );
    await atRest((await stack.file()).database, host.handle);
    const after = await guest.read(booking.token);
    expect(after.startsAt).toBe(own);
    // Booked, followed, rescheduled: the echo of our own push raised nothing.
    expect(after.revision).toBe(3);
  });

  test('a forged notification is refused and changes nothing', async () => {
    const { book, link, meetingsOf } = await scene();
    const { guest, booking } = await book();
    await link(booking);
    const [meeting] = await meetingsOf(guest);
    const body = JSON.stringify({
      event: 'meeting.deleted',
      event_ts: Date.now(),
      payload: {
        account_id: 'a',
        operator: 'b',
        object: { id: Number(meeting?.id), uuid: 'u', host_id: 'h', type: 2 },
      },
    });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', 'guessed').update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(`${(await stack.file()).app}/webhooks/zoom`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-zm-request-timestamp': timestamp,
        'x-zm-signature': `v0=${signature}`,
      },
      body,
    });
    expect(response.status).toBe(401);
    expect((await guest.read(booking.token)).status).toBe('confirmed');
  });

  test('a notification of an old state, while our own change is still being retried, does not undo it', async () => {
    const { book, link, provider, meetingsOf, host, freeTime } = await scene();
    const { guest, booking } = await book();
    await link(booking);
    const [meeting] = await meetingsOf(guest);
    await provider.fault({ operation: 'update', effect: 'error', status: 503, times: 4 });
    const wanted = await freeTime(4 * 24 * HOUR_MS);
    await guest.reschedule(booking.token, wanted);
    // The host's older move: its notification arrives while ours is not through.
    await provider.move(meeting?.id ?? '', new Date(Date.parse(booking.startsAt) + HOUR_MS).toISOString());
    await until('the meeting to be where the guest put it', async () =>
      (await meetingsOf(guest)).every(({ startsAt }) => Date.parse(startsAt) === Date.parse(wanted)),
    );
    await atRest((await stack.file()).database, host.handle);
    expect((await guest.read(booking.token)).startsAt).toBe(wanted);
  });
});

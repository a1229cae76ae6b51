import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { drainMails, openWorkshop, passMinutes, plan, shift } from '#test/fixtures/workshop.ts';
import { claimMails } from '../mails/send-mails.ts';

const deps = await openWorkshop();

async function booked(changes: Parameters<typeof makeEventType>[2] = {}) {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, changes);
  return { host, type, id: await bookTime(deps, type, at(0)) };
}

/** When the booking must have been looked at again, in milliseconds from now; null for never. */
async function wakesIn(id: string): Promise<number | null> {
  const { nextWakeAt } = await readBooking(deps, id);
  return nextWakeAt ? nextWakeAt.getTime() - Date.now() : null;
}

test('while mails are on their way the look-out is the longest they may take', async () => {
  const { id } = await booked();
  expect(await wakesIn(id)).toBeLessThanOrEqual(0);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true, done: false, status: 'confirmed' });
  const wait = await wakesIn(id);
  expect(wait).toBeGreaterThan(deps.config.ACTIVITY_BUDGET_MS - 5_000);
  expect(wait).toBeLessThanOrEqual(deps.config.ACTIVITY_BUDGET_MS);
});

test('with nothing in flight it is the next thing due: a reminder, then its end', async () => {
  const { id } = await booked({ reminderMinutes: [60], bufferAfterMinutes: 10 });
  expect(await drainMails(deps, id)).toEqual(['confirmed guest', 'confirmed host']);
  const before = await plan(deps, id);
  expect(before).toMatchObject({ mailsDue: false, done: false, next: 'reminder 1 h before' });
  const wakeAt = before.wakeAt ?? 0;
  expect(wakeAt).toBe(at(-60).getTime());
  // A worker's round sends it; the workflow looks later, for the case that none has.
  expect(await readBooking(deps, id)).toMatchObject({ nextReminderAt: new Date(wakeAt), nextWakeAt: at(-55) });
  expect(Math.abs(before.wakeInMs - (wakeAt - Date.now()))).toBeLessThan(5_000);

  await shift(deps, id, 30);
  const after = await plan(deps, id);
  expect(after).toMatchObject({ mailsDue: true, next: "the meeting's end" });
  expect(await drainMails(deps, id)).toEqual(['reminder guest', 'reminder host']);
  await plan(deps, id);
  expect((await readBooking(deps, id)).nextWakeAt).toEqual((await readBooking(deps, id)).endsAt);
});

test('a booking is complete at the end of its meeting, not of its buffer, and then nothing wakes it any more', async () => {
  const { id } = await booked({ bufferAfterMinutes: 10 });
  await drainMails(deps, id);
  await shift(deps, id, -29);
  expect(await plan(deps, id)).toMatchObject({ status: 'confirmed', done: false });
  await shift(deps, id, -31);
  expect(await plan(deps, id)).toMatchObject({ status: 'completed', done: true, wakeAt: null, mailsDue: false });
  expect(await readBooking(deps, id)).toMatchObject({ endedBy: 'system', nextWakeAt: null });
  const { revision, deliveredRevision } = await readBooking(deps, id);
  expect(deliveredRevision).toBe(revision);
  expect(await plan(deps, id)).toMatchObject({ done: true });
  expect((await readBooking(deps, id)).revision).toBe(revision);
});

test('a pending booking waits for its host until the hold ends, and expires then', async () => {
  const { id } = await booked({ requiresConfirmation: true, holdMinutes: 30 });
  expect(await drainMails(deps, id)).toEqual(['pending guest', 'pending host']);
  const { holdEndsAt } = await readBooking(deps, id);
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({ next: "waits for the host's confirmation", wakeAt: holdEndsAt?.getTime() });
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = now() where id = ?', [id]);
  expect(await plan(deps, id)).toMatchObject({ status: 'expired', mailsDue: true, done: false });
  expect(await drainMails(deps, id)).toEqual(['expired guest', 'expired host']);
  expect(await plan(deps, id)).toMatchObject({ done: true });
  expect(await wakesIn(id)).toBeNull();
});

test('a proposed time waits for the host as long as it is held; then the booking keeps its own, and both are told', async () => {
  const { id, host } = await booked({ requiresConfirmation: true, holdMinutes: 30 });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await drainMails(deps, id);
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await drainMails(deps, id)).toEqual(['proposed guest', 'proposed host']);
  const { holdEndsAt } = await readBooking(deps, id);
  expect(await plan(deps, id)).toMatchObject({
    status: 'confirmed',
    next: "waits for the host's word on a new time",
    wakeAt: holdEndsAt?.getTime(),
    waitingFor: 'confirmation',
    done: false,
  });
  await passMinutes(deps, id, 2);
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = now() where id = ?', [id]);
  expect(await plan(deps, id)).toMatchObject({ status: 'confirmed', mailsDue: true, done: false });
  const kept = await readBooking(deps, id);
  expect(kept).toMatchObject({ startsAt: at(0), proposedStartsAt: null, proposalOutcome: 'expired', holdEndsAt: null });
  expect(kept.deliveredRevision).toBe(kept.revision);
  expect(await drainMails(deps, id)).toEqual(['proposal_expired guest', 'proposal_expired host']);
  expect((await plan(deps, id)).wakeAt).toBe(kept.endsAt.getTime());
});

test('a booking whose proposal was never ended completes with its meeting', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  await confirmBooking(deps, { bookingId: id, hostId: host.id });
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await shift(deps, id, -31);
  await deps.orm.em.fork().execute('update bookings set hold_ends_at = starts_at where id = ?', [id]);
  expect(await plan(deps, id)).toMatchObject({ status: 'completed', done: true, mailsDue: false });
  expect(await readBooking(deps, id)).toMatchObject({ proposedStartsAt: null, holdEndsAt: null });
});

test('every command asks to be looked at now', async () => {
  const { id, host } = await booked({ requiresConfirmation: true });
  const settle = () => deps.orm.em.fork().execute('update bookings set next_wake_at = null where id = ?', [id]);
  const commands = [
    () => rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) }),
    () => confirmBooking(deps, { bookingId: id, hostId: host.id }),
    () => cancelBooking(deps, { bookingId: id, actor: 'guest' }),
  ];
  for (const command of commands) {
    await settle();
    await command();
    expect(await wakesIn(id)).toBeLessThanOrEqual(0);
    expect(await wakesIn(id)).toBeGreaterThan(-5_000);
  }
});

test('a lane that is busy is not started again, and keeps the look-out up', async () => {
  const { id } = await booked();
  await drainMails(deps, id);
  await plan(deps, id, { busy: ['mails'] });
  expect(await wakesIn(id)).toBeLessThanOrEqual(deps.config.ACTIVITY_BUDGET_MS);
  await plan(deps, id);
  expect(await wakesIn(id)).toBeGreaterThan(deps.config.ACTIVITY_BUDGET_MS);
});

test('mails whose lane gave up are tried again after a growing wait, not as soon as their claim has run out', async () => {
  const { id } = await booked();
  for (const attempts of [1, 2, 3]) {
    await deps.orm.em
      .fork()
      .execute(
        `update email_deliveries set state = 'claimed', claimed_until = now(), attempts = ? where booking_id = ?`,
        [attempts, id],
      );
    const planned = await plan(deps, id, { gaveUp: [{ lane: 'mails', subject: null, revision: 1 }] });
    expect(planned).toMatchObject({
      mailsDue: false,
      next: expect.stringMatching(/^mail: \w+ → (guest|host)$/),
      done: false,
    });
    const wait = deps.config.RETRY_AFTER_MS * 2 ** (attempts - 1);
    expect(planned.wakeInMs).toBeGreaterThan(wait - 1_000);
    expect(planned.wakeInMs).toBeLessThanOrEqual(wait);
  }
  expect(await claimMails(deps, id)).toEqual([]);
});

test('a cancelled booking is done when its mails are sent, not before', async () => {
  const { id } = await booked();
  await drainMails(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'host', reason: 'ill' });
  expect(await plan(deps, id)).toMatchObject({ status: 'cancelled', mailsDue: true, done: false });
  expect(await drainMails(deps, id)).toEqual(['cancelled guest', 'cancelled host']);
  expect(await plan(deps, id)).toMatchObject({ done: true, mailsDue: false });
});

test('a mail that waits for another try keeps even a cancelled booking awake', async () => {
  const { id } = await booked();
  await cancelBooking(deps, { bookingId: id, actor: 'host' });
  await deps.orm.em
    .fork()
    .execute(`update email_deliveries set retry_at = now() + interval '5 min' where booking_id = ?`, [id]);
  expect(await plan(deps, id)).toMatchObject({
    done: false,
    mailsDue: false,
    next: expect.stringMatching(/^mail: \w+ → (guest|host)$/),
  });
  expect(await wakesIn(id)).toBeGreaterThan(290_000);
});

test('a booking that is gone needs nothing', async () => {
  expect(await plan(deps, randomUUIDv7())).toMatchObject({ status: 'erased', done: true, conference: null });
});

test('what a plan returns says nothing of the people', async () => {
  const { id, host } = await booked({ location: { kind: 'link', value: 'https://meet.example.com/secret-room' } });
  const said = JSON.stringify(await plan(deps, id));
  const { guestName, guestEmail } = await readBooking(deps, id);
  for (const word of [guestName, guestEmail, host.name, host.email, 'secret-room']) expect(said).not.toContain(word);
  expect(await mailsOf(deps, id)).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { drainMails, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();

/** A booking with reminders a day and an hour before, whose confirmations are sent. */
async function agreed(reminderMinutes = [1_440, 60]) {
  const type = await makeEventType(deps, await makeHost(deps), { reminderMinutes });
  const id = await bookTime(deps, type, at(0));
  await drainMails(deps, id);
  return id;
}

const agreedAgo = (id: string, minutes: number) =>
  deps.orm.em
    .fork()
    .execute(`update bookings set scheduled_at = now() - interval '1 minute' * ? where id = ?`, [minutes, id]);

const reminders = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.startsWith('reminder'));

test('each offset is due once at its time, however often it is planned', async () => {
  const id = await agreed();
  const { next, wakeAt } = await plan(deps, id);
  expect([next, wakeAt]).toEqual(['reminder 1 d before', at(-1_440).getTime()]);
  await shift(deps, id, 1_439);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true });
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual(['reminder guest', 'reminder host']);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, next: 'reminder 1 h before' });
});

test('a reminder whose time was past when the meeting was agreed is skipped', async () => {
  const id = await agreed();
  await shift(deps, id, 300);
  await agreedAgo(id, 5);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, next: 'reminder 1 h before' });
  expect(await reminders(id)).toEqual([]);
});

test('one that fell due while everything was down is sent late', async () => {
  const id = await agreed();
  await shift(deps, id, 700);
  await plan(deps, id);
  expect(await reminders(id)).toEqual(['reminder guest queued', 'reminder host queued']);
});

test('of those the mail server did not take in time only the latest goes, and none once the meeting has begun', async () => {
  const due = async (minutesToStart: number) => {
    const id = await agreed();
    await shift(deps, id, minutesToStart);
    const booking = await readBooking(deps, id);
    await deps.orm.em.fork().transactional(async (em) => {
      for (const offset of booking.reminderMinutes) {
        const cause = `${booking.startsAt.getTime()}+${offset}`;
        await enqueueMail(em, booking, { kind: 'reminder', cause, to: ['guest', 'host'], now: deps.now() });
      }
    });
    return id;
  };
  expect(await drainMails(deps, await due(50))).toEqual(['reminder guest', 'reminder host']);
  expect(await drainMails(deps, await due(-1))).toEqual([]);
});

test('not when a later one is due as well, and not when the meeting has begun', async () => {
  const late = await agreed();
  await shift(deps, late, 50);
  await plan(deps, late);
  expect(await reminders(late)).toHaveLength(2);

  const begun = await agreed();
  await shift(deps, begun, -1);
  await plan(deps, begun);
  expect(await reminders(begun)).toEqual([]);
});

test('a moved booking is reminded of at its new time, and no longer of the old', async () => {
  const id = await agreed([60]);
  await shift(deps, id, 59);
  await plan(deps, id);
  expect(await reminders(id)).toHaveLength(2);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(120) });
  const { mailsDue, wakeAt } = await plan(deps, id);
  expect([mailsDue, wakeAt]).toEqual([true, at(60).getTime()]);
  expect(await drainMails(deps, id)).toEqual(['rescheduled guest', 'rescheduled host']);
  expect(await reminders(id)).toEqual(['reminder guest superseded', 'reminder host superseded']);
});

test('none after a cancellation', async () => {
  const id = await agreed([60]);
  await shift(deps, id, 59);
  await plan(deps, id);
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual(['cancelled guest', 'cancelled host']);
});

test('a guest who wants none gets none, not even one that was due already; the host still does', async () => {
  const id = await agreed();
  await shift(deps, id, 1_439);
  await plan(deps, id);
  await unsubscribeReminders(deps, { bookingId: id });
  await unsubscribeReminders(deps, { bookingId: id });
  expect(await drainMails(deps, id)).toEqual(['reminder host']);
  await shift(deps, id, 59);
  await plan(deps, id);
  expect(await drainMails(deps, id)).toEqual(['reminder host']);
});

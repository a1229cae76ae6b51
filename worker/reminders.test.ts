import { expect, test } from 'vitest';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import type { WrittenMail } from '#domain/outbox.ts';
import { at, bookTime, mailsOf, readBooking, tally } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { drainMails, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';
import { sendReminders } from './reminders.ts';

const deps = await openWorkshop();
const never = new AbortController().signal;
const MINUTE_MS = 60_000;

/** A booking of a host of its own, told to both, with a reminder due now. */
async function due(reminderMinutes = [60]) {
  const type = await makeEventType(deps, await makeHost(deps), { reminderMinutes });
  const id = await bookTime(deps, type, at(0));
  await drainMails(deps, id);
  await plan(deps, id);
  await shift(deps, id, 60);
  await makeDue(id);
  return id;
}

const makeDue = (id: string) =>
  deps.orm.em.fork().execute(`update bookings set next_reminder_at = now() where id = ?`, [id]);
const reminders = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.startsWith('reminder'));

test('what is due goes to guest and host, what is not stays, and the next one is waited for', async () => {
  const [id, other] = [await due([60, 10]), await due()];
  await deps.orm.em
    .fork()
    .execute(`update bookings set next_reminder_at = now() + interval '1 hour' where id = ?`, [other]);
  await sendReminders(deps, never);
  expect(await reminders(id)).toEqual(['reminder guest sent', 'reminder host sent']);
  expect(await reminders(other)).toEqual([]);
  const { startsAt, nextReminderAt, nextWakeAt } = await readBooking(deps, id);
  expect(nextReminderAt).toEqual(new Date(startsAt.getTime() - 10 * MINUTE_MS));
  // The workflow looks only if the round does not.
  expect(nextWakeAt).toEqual(new Date(startsAt.getTime() - 5 * MINUTE_MS));
});

test('workers that take them side by side send each once', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => due()));
  deps.mailroom.taken.length = 0;
  await Promise.all([sendReminders(deps, never), sendReminders(deps, never), sendReminders(deps, never)]);
  for (const id of ids) expect(await reminders(id)).toEqual(['reminder guest sent', 'reminder host sent']);
  const readers = tally(deps.mailroom.taken.map(({ to }) => to));
  expect(Object.values(readers)).toEqual(Array.from({ length: 60 }, () => 1));
});

test('a mail server that takes none is asked again when the plan says, and no workflow is woken for it', async () => {
  const id = await due();
  deps.mailroom.says = 'later';
  await sendReminders(deps, never);
  deps.mailroom.says = 'yes';
  expect(await reminders(id)).toEqual(['reminder guest queued', 'reminder host queued']);
  const { nextReminderAt } = await readBooking(deps, id);
  expect(nextReminderAt?.getTime()).toBeGreaterThan(Date.now());
  expect((await plan(deps, id)).timers.map(({ name }) => name)).toEqual(["the meeting's end"]);
  await deps.orm.em.fork().execute(`update email_deliveries set retry_at = now() where booking_id = ?`, [id]);
  await makeDue(id);
  await sendReminders(deps, never);
  expect(await reminders(id)).toEqual(['reminder guest sent', 'reminder host sent']);
});

test('one whose worker was killed on the way is due again after a lease', async () => {
  const id = await due();
  const given: WrittenMail[] = [];
  const { promise: both, resolve } = Promise.withResolvers<void>();
  const handOver = (mail: WrittenMail) => {
    if (given.push(mail) === 2) resolve();
    return new Promise<void>(() => {});
  };
  void sendReminders({ ...deps, mail: { ...deps.mail, handOver } }, never);
  await both;
  await sendReminders(deps, never);
  expect(await reminders(id)).toEqual(['reminder guest claimed', 'reminder host claimed']);
  const { nextReminderAt } = await readBooking(deps, id);
  expect(nextReminderAt?.getTime()).toBeGreaterThan(Date.now() + deps.config.MAIL_LEASE_MS - 10_000);

  await deps.orm.em.fork().execute('update email_deliveries set claimed_until = now() where booking_id = ?', [id]);
  await makeDue(id);
  deps.mailroom.taken.length = 0;
  await sendReminders(deps, never);
  expect(await reminders(id)).toEqual(['reminder guest sent', 'reminder host sent']);
  // To the byte what the server may have got already.
  expect(deps.mailroom.taken.map(({ source }) => source).toSorted()).toEqual(
    given.map(({ source }) => source).toSorted(),
  );
});

test('what its workflow has not been told yet stays untold: a move that no signal announced', async () => {
  const id = await due();
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(120) });
  await deps.orm.em.fork().execute('update bookings set delivered_revision = 1, late_since = now() where id = ?', [id]);
  const { lateSince } = await readBooking(deps, id);
  await makeDue(id);
  await sendReminders(deps, never);
  expect(await readBooking(deps, id)).toMatchObject({ revision: 2, deliveredRevision: 1, lateSince });
  expect(await reminders(id)).toEqual([]);
});

test('a worker that stops takes no more', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => due()));
  const stopping = new AbortController();
  const handOver = async () => stopping.abort();
  await sendReminders({ ...deps, mail: { ...deps.mail, handOver } }, stopping.signal);
  const sent = await Promise.all(ids.map(async (id) => (await reminders(id)).length > 0));
  expect(sent).toContain(true);
  expect(sent).toContain(false);
});

import { expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { markNoShow } from '#commands/bookings/host-record.ts';
import { unsubscribeReminders } from '#commands/bookings/unsubscribe-reminders.ts';
import { updateEventType } from '#commands/hosts/event-types.ts';
import { eraseGuest } from '#commands/privacy/erase-guest.ts';
import { at, bookTime, mailsOf } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { sendMails } from '../mails/send-mails.ts';
import { drainMails, openWorkshop, passMinutes, plan, shift } from '#test/fixtures/workshop.ts';

const deps = await openWorkshop();

/** A booking of half an hour that began so many minutes ago, whose event type thanks its guests an hour after the end. */
async function begun(minutesAgo: number, followUpMinutes: number | null = 60) {
  const host = await makeHost(deps);
  const type = await makeEventType(deps, host, { followUpMinutes });
  const id = await bookTime(deps, type, at(0));
  await drainMails(deps, id);
  await shift(deps, id, -minutesAgo);
  return { host, type, id };
}

const followUps = async (id: string) => (await mailsOf(deps, id)).filter((mail) => mail.startsWith('follow_up'));

test('a guest is thanked once, so long after the meeting’s end, however often it is planned; then all is done', async () => {
  const { id } = await begun(31);
  const waiting = await plan(deps, id);
  expect(waiting).toMatchObject({ status: 'completed', done: false, mailsDue: false, next: 'follow-up' });
  expect(waiting.wakeInMs).toBeGreaterThan(58 * 60_000);
  expect(waiting.wakeInMs).toBeLessThan(60 * 60_000);
  await shift(deps, id, -91);
  for (let times = 0; times < 2; times += 1)
    expect(await plan(deps, id)).toMatchObject({ mailsDue: true, done: false });
  expect(await drainMails(deps, id)).toEqual(['follow_up guest']);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, done: true });
  expect(await followUps(id)).toEqual(['follow_up guest sent']);
});

test('none by itself, and none after a meeting that did not take place', async () => {
  const { id } = await begun(200, null);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, done: true });
  const off = await begun(-60);
  await cancelBooking(deps, { bookingId: off.id, actor: 'guest' });
  await drainMails(deps, off.id);
  await shift(deps, off.id, -200);
  expect(await plan(deps, off.id)).toMatchObject({ mailsDue: false, done: true });
  expect([...(await followUps(id)), ...(await followUps(off.id))]).toEqual([]);
});

test.each<[string, (booked: Awaited<ReturnType<typeof begun>>) => Promise<unknown>]>([
  ['a guest who did not come', ({ id, host }) => markNoShow(deps, { bookingId: id, hostId: host.id, noShow: true })],
  ['a guest who turned reminders off', ({ id }) => unsubscribeReminders(deps, { bookingId: id })],
  ['a guest who is to be forgotten', ({ id }) => eraseGuest(deps, { bookingId: id })],
  [
    'the guest of a host who turned it off meanwhile',
    ({ host, type }) => updateEventType(deps, { hostId: host.id, eventTypeId: type.id, followUpMinutes: null }),
  ],
])('%s is not thanked, also where the mail is queued already', async (_, act) => {
  const early = await begun(31);
  await plan(deps, early.id);
  await act(early);
  await drainMails(deps, early.id);
  expect(await plan(deps, early.id)).toMatchObject({ mailsDue: false, done: true });

  const late = await begun(91);
  await plan(deps, late.id);
  expect(await followUps(late.id)).toEqual(['follow_up guest queued']);
  await act(late);
  await plan(deps, late.id);
  expect(await drainMails(deps, late.id)).not.toContain('follow_up guest');
  expect(await plan(deps, late.id)).toMatchObject({ mailsDue: false, done: true });
});

test('meetings long over are not followed up where a host turns it on', async () => {
  const { id, host, type } = await begun(3_000, null);
  await plan(deps, id);
  await updateEventType(deps, { hostId: host.id, eventTypeId: type.id, followUpMinutes: 60 });
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, done: true });
  expect(await followUps(id)).toEqual([]);
});

test('one whose answer was lost is handed over as it was, for a day at most', async () => {
  const { id } = await begun(91);
  await plan(deps, id);
  deps.mailroom.says = 'nothing';
  expect((await sendMails(deps, id)).went).toEqual(['follow up → guest: unknown']);
  await passMinutes(deps, id, 60);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: true });
  await passMinutes(deps, id, 1_440);
  expect(await plan(deps, id)).toMatchObject({ mailsDue: false, done: true });
  deps.mailroom.says = 'yes';
});

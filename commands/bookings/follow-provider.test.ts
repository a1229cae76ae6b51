import { expect, test } from 'vitest';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Conference } from '#db/entities/conference.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { User } from '#db/entities/user.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { makeLive, openWorkshop, plan, shift } from '#test/fixtures/workshop.ts';
import { askToFollow } from '#commands/connections/ask-to-follow.ts';
import { followProvider } from './follow-provider.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const deps = await openWorkshop();

/** A booking whose meeting stands at the provider; all its mails are sent. */
async function standing(options: Partial<User> = {}) {
  const host = await makeHost(deps, options);
  await makeConnection(deps, host);
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
  const id = await bookTime(deps, type, at(0));
  await plan(deps, id);
  const meeting = await makeLive(deps, id);
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  const follow = (truth: LiveMeeting | null) =>
    followProvider(deps, { conferenceId: meeting.id, truth, askedAt: null });
  const news = async () => (await mailsOf(deps, id)).filter((mail) => mail.endsWith('queued'));
  const meetingNow = () => deps.orm.em.fork().findOneOrFail(Conference, { id: meeting.id });
  return { host, type, id, meeting, follow, news, meetingNow, read: () => readBooking(deps, id) };
}

const seen = (minutes: number, length = 30): LiveMeeting => ({
  id: '81234567890',
  joinUrl: 'https://zoom.us/j/81234567890',
  linkExpected: true,
  startsAt: at(minutes).getTime(),
  endsAt: at(minutes + length).getTime(),
});

test('our own time read back changes nothing', async () => {
  const { follow, read, news } = await standing();
  await follow(seen(0));
  expect(await read()).toMatchObject({ status: 'confirmed', revision: 1 });
  expect(await news()).toEqual([]);
});

test('the host moved the meeting: the booking follows, even outside the offered hours, and both are told', async () => {
  const { follow, read, news, meetingNow, type } = await standing();
  await deps.orm.em.fork().execute(`update schedules set weekly = '[]' where host_id = ?`, [type.host]);
  await follow(seen(90, 45));
  expect(await read()).toMatchObject({ startsAt: at(90), endsAt: at(135), previousStartsAt: at(0) });
  const { revision, deliveredRevision, blockedUntil } = await read();
  expect([revision, deliveredRevision]).toEqual([2, 2]);
  expect(blockedUntil).toEqual(at(135));
  expect(await meetingNow()).toMatchObject({ syncedStartsAt: at(90), syncedEndsAt: at(135) });
  expect(await news()).toEqual(['rescheduled guest queued', 'rescheduled host queued']);
});

test('a host who only wants to be told is told once for each value, and the booking stays', async () => {
  const { follow, read, news } = await standing({ onProviderMove: 'tell' });
  await follow(seen(90));
  await follow(seen(90));
  expect(await read()).toMatchObject({ startsAt: at(0), revision: 1 });
  expect(await news()).toEqual(['changed_at_provider host queued']);
  await follow(seen(120));
  expect(await news()).toHaveLength(2);
  await follow(seen(90));
  expect(await news()).toHaveLength(3);
});

test('a move onto another booking is only told', async () => {
  const { follow, read, news, type } = await standing();
  await bookTime(deps, type, at(90));
  await follow(seen(75));
  expect((await read()).startsAt).toEqual(at(0));
  expect(await news()).toEqual(['changed_at_provider host queued']);
});

test('a meeting made all-day, or one without a fixed time, is told once and for what it is', async () => {
  const { follow, read, news, id } = await standing();
  const timeless = { ...seen(90, 1_440), timeless: true };
  await follow(timeless);
  await follow(timeless);
  expect((await read()).startsAt).toEqual(at(0));
  expect(await news()).toEqual(['changed_at_provider host queued']);
  const told = await deps.orm.em.fork().findOneOrFail(EmailDelivery, { booking: id, kind: 'changed_at_provider' });
  expect(told.cause).toMatch(/^timeless-/);
  const { text } = await deps.orm.em.fork().findOneOrFail(BookingEvent, { booking: id, kind: 'moved_at_provider' });
  expect(text).toBe('The meeting has no time of day at Zoom any more. The booking keeps its time.');
});

test('a move into the past is only told', async () => {
  const { follow, read, news } = await standing();
  await follow({ ...seen(0), startsAt: Date.now() - 60_000, endsAt: Date.now() + 60_000 });
  expect((await read()).startsAt).toEqual(at(0));
  expect(await news()).toEqual(['changed_at_provider host queued']);
});

test('a late look at the former time does not undo what the guest has just asked for', async () => {
  const { follow, read, id } = await standing();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await follow(seen(0));
  expect((await read()).startsAt).toEqual(at(60));
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});

test('both moved it: ours wins', async () => {
  const { follow, read, id } = await standing();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await follow(seen(200));
  expect((await read()).startsAt).toEqual(at(60));
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'updateMeeting' });
});

test('deleted there: the booking is cancelled by the provider, and both are told', async () => {
  const { follow, read, news, meetingNow, id } = await standing();
  await follow(null);
  expect(await read()).toMatchObject({ status: 'cancelled', endedBy: 'provider' });
  expect((await meetingNow()).state).toBe('removed_by_host');
  expect(await news()).toEqual(['cancelled guest queued', 'cancelled host queued']);
  expect((await plan(deps, id)).conference).toBeNull();
});

test('deleted there by a host who keeps such bookings: no link any more, and only the host hears', async () => {
  const { follow, read, news, id } = await standing({ onProviderDelete: 'tell' });
  await follow(null);
  expect((await read()).status).toBe('confirmed');
  expect(await news()).toEqual(['changed_at_provider host queued']);
  expect(await plan(deps, id)).toMatchObject({ conference: null, conferenceStatus: 'unavailable' });
});

test('gone while our own change was still to be pushed: it is created again', async () => {
  const { follow, read, id } = await standing();
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await follow(null);
  expect((await read()).status).toBe('confirmed');
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'createMeeting' });
});

test('after the start nothing that happens there counts', async () => {
  const { follow, read, news, id } = await standing();
  await shift(deps, id, -1);
  await follow(null);
  await follow(seen(500));
  expect(await read()).toMatchObject({ status: 'confirmed', revision: 1 });
  expect(await news()).toEqual([]);
});

test('a question asked while the answer was on its way stays asked', async () => {
  const { meeting, meetingNow } = await standing();
  await askToFollow(deps, meeting.id);
  const first = (await meetingNow()).followAskedAt ?? null;
  deps.clock.offsetMs = 1_000;
  await askToFollow(deps, meeting.id);
  deps.clock.offsetMs = 0;
  await followProvider(deps, { conferenceId: meeting.id, truth: seen(0), askedAt: first });
  const second = (await meetingNow()).followAskedAt ?? null;
  expect(second).not.toBeNull();
  await followProvider(deps, { conferenceId: meeting.id, truth: seen(0), askedAt: second });
  expect((await meetingNow()).followAskedAt).toBeNull();
});

test('a new link is taken over', async () => {
  const { follow, meetingNow } = await standing();
  await follow({ ...seen(0), joinUrl: 'https://zoom.us/j/999' });
  expect((await meetingNow()).joinUrl).toBe('https://zoom.us/j/999');
});

test('while nothing was asked a look leaves pending and cancelled bookings alone', async () => {
  const { follow, read, id } = await standing();
  for (const status of ['pending', 'cancelled']) {
    await deps.orm.em.fork().execute('update bookings set status = ? where id = ?', [status, id]);
    await follow(seen(200));
    await follow(null);
    expect(await read()).toMatchObject({ status, startsAt: at(0) });
  }
});

test('a link that replaces the one in earlier mails is mailed, unless the host has pasted one', async () => {
  const { follow, news, id } = await standing();
  await follow({ ...seen(0), joinUrl: 'https://zoom.us/j/81234567890?pwd=new' });
  expect(await news()).toEqual(['link_ready guest queued', 'link_ready host queued']);
  await deps.orm.em.fork().execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  await deps.orm.em.fork().execute(`update bookings set manual_link = 'https://meet.example.com/a' where id = ?`, [id]);
  await follow({ ...seen(0), joinUrl: 'https://zoom.us/j/81234567890?pwd=newer' });
  expect(await news()).toEqual([]);
});

test('a hold that has run out does not stand in the way of the new time', async () => {
  const { host, follow, read } = await standing();
  const asking = await makeEventType(deps, host, { requiresConfirmation: true });
  const held = await bookTime(deps, asking, at(90));
  await deps.orm.em.fork().execute(`update bookings set hold_ends_at = now() - interval '1 s' where id = ?`, [held]);
  await follow(seen(90));
  expect(await read()).toMatchObject({ status: 'confirmed', startsAt: at(90) });
  expect(await readBooking(deps, held)).toMatchObject({ status: 'expired' });
  expect(deps.signalled).toContain(`booking ${held} expired`);
});

test('a link still being made is looked for less and less often, and abandoned with a notice to the host after an hour', async () => {
  const { follow, meeting, meetingNow, news } = await standing();
  const change = (set: string) =>
    deps.orm.em.fork().execute(`update conferences set ${set} where id = ?`, [meeting.id]);
  const pending = { ...seen(0), joinUrl: null };
  const waitAfter = async (minutes: number) => {
    await change(`join_url = null, called_at = now() - interval '${minutes} minutes'`);
    await follow(pending);
    return ((await meetingNow()).retryAt?.getTime() ?? 0) - deps.now().getTime();
  };
  expect(await waitAfter(0)).toBeLessThanOrEqual(deps.config.RETRY_AFTER_MS);
  expect(await waitAfter(5)).toBeGreaterThan(2 * 60_000);
  expect(await meetingNow()).toMatchObject({ linkExpected: true, problem: null });
  await waitAfter(61);
  expect(await meetingNow()).toMatchObject({ linkExpected: false, problem: { code: 'no_link' } });
  expect(await news()).toEqual(['link_missing host queued']);
});

test('a link that comes after the meeting has begun is taken; the meeting is followed no more', async () => {
  const { id, follow, meeting, meetingNow, read } = await standing();
  await deps.orm.em.fork().execute('update conferences set join_url = null where id = ?', [meeting.id]);
  await shift(deps, id, -1);
  expect((await plan(deps, id)).conference).toMatchObject({ action: 'reconcileMeeting' });
  const { startsAt } = await read();
  await follow(seen(90));
  expect((await meetingNow()).joinUrl).toBe('https://zoom.us/j/81234567890');
  expect((await read()).startsAt).toEqual(startsAt);
  expect((await plan(deps, id)).conference).toBeNull();
});

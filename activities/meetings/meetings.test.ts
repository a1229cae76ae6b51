import { afterAll, expect, test } from 'vitest';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Conference } from '#db/entities/conference.ts';
import type { EventType } from '#db/entities/event-type.ts';
import { openSimulator } from '#dev/clients/simulator.ts';
import { simulatorEnvironment } from '#dev/simulators/environment.ts';
import { openGoogle } from '#dev/simulators/meet/test-app.ts';
import { openMicrosoft } from '#dev/simulators/teams/test-app.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { createProviderRegistry } from '#providers/registry.ts';
import { at, bookTime, mailsOf, readBooking } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { readMail } from '#test/fixtures/mime.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createBookingActivities } from '../booking-activities.ts';
import { createMeeting } from './create-meeting.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { reconcileMeeting } from './reconcile-meeting.ts';
import { updateMeeting } from './update-meeting.ts';

const google = await openGoogle();
const { url } = google;
const microsoft = await openMicrosoft();
afterAll(() => Promise.all([google.close(), microsoft.close()]));
const zoom = openSimulator(url, 'zoom');
const { TEAMS_OAUTH_URL, TEAMS_API_URL } = simulatorEnvironment(microsoft.url);
const environment = { ...simulatorEnvironment(url), TEAMS_OAUTH_URL, TEAMS_API_URL, HTTP_TIMEOUT_MS: '500' };
const workshop = await openWorkshop({ environment });
const deps = { ...workshop, providers: createProviderRegistry(workshop.config) };

async function meant() {
  await zoom.reset();
  const host = await makeHost(deps);
  const { access_token: accessToken } = await zoomApp(url).connect();
  await makeConnection(deps, host, { grant: { accessToken } });
  return intended(await makeEventType(deps, host, { location: { kind: 'zoom' } }));
}

async function intended(type: EventType) {
  const id = await bookTime(deps, type, at(0));
  const { conference } = await plan(deps, id);
  return { id, meeting: conference?.conferenceId ?? '' };
}

async function deletionOf(booking: string): Promise<string | undefined> {
  await cancelBooking(deps, { bookingId: booking, actor: 'guest' });
  const { conference } = await plan(deps, booking);
  expect(conference?.action).toBe('deleteMeeting');
  await deleteMeeting(deps, conference?.conferenceId ?? '');
  const event = await deps.orm.em.fork().findOne(BookingEvent, { booking, kind: 'conference_deleted' });
  return event?.text;
}

test('the timeline says "deleted" of a meeting that was there', async () => {
  const { id, meeting } = await meant();
  await createMeeting(deps, meeting);
  expect(await zoom.meetings()).toHaveLength(1);
  expect(await deletionOf(id)).toBe('The Zoom meeting was deleted.');
  expect(await zoom.meetings()).toEqual([]);
});

test('of a create that came to nothing it says that there was none', async () => {
  const { id, meeting } = await meant();
  await zoom.fault({ operation: 'create', effect: 'timeout' });
  await expect(createMeeting(deps, meeting)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await deletionOf(id)).toBe('No meeting of this booking was found at Zoom; there is none left to delete.');
});

test('who makes the meeting sends the confirmations that waited for its link', async () => {
  const { id, meeting } = await meant();
  deps.mailroom.taken.length = 0;
  const { outcome, went, plan: next } = await createMeeting(deps, meeting);
  expect([outcome, went?.toSorted()]).toEqual(['created', ['confirmed → guest: sent', 'confirmed → host: sent']]);
  expect(await mailsOf(deps, id)).toEqual(['confirmed guest sent', 'confirmed host sent']);
  const [made] = await zoom.meetings();
  for (const { source } of deps.mailroom.taken) expect(readMail(source).text).toContain(made?.joinUrl);
  expect(next).toMatchObject({ conferenceStatus: 'ready', mailsDue: false, waitingFor: 'time' });
});

test('one that finds the mail server busy leaves them to a lane of their own', async () => {
  const { id, meeting } = await meant();
  deps.mailroom.isIdle = false;
  const { outcome, went, plan: next } = await createMeeting(deps, meeting).finally(() => (deps.mailroom.isIdle = true));
  expect([outcome, went]).toEqual(['created', undefined]);
  expect(next).toMatchObject({ conferenceStatus: 'ready', mailsDue: true, waitingFor: 'mail' });
  expect(await mailsOf(deps, id)).toEqual(['confirmed guest queued', 'confirmed host queued']);
});

test('a meeting is made once also where the mail server takes nothing', async () => {
  const { id, meeting } = await meant();
  deps.mailroom.says = 'later';
  const { outcome, plan: next } = await createMeeting(deps, meeting).finally(() => (deps.mailroom.says = 'yes'));
  expect(outcome).toBe('created');
  expect(next).toMatchObject({ conferenceStatus: 'ready', mailsDue: false, waitingFor: 'mail' });
  expect(await zoom.meetings()).toHaveLength(1);
  expect(await mailsOf(deps, id)).toEqual(['confirmed guest queued', 'confirmed host queued']);
});

const tokenOf = async (granted: Promise<{ readonly body: unknown }>) =>
  ((await granted).body as { access_token: string }).access_token;

test.each([
  ['zoom', async () => (await zoomApp(url).connect()).access_token, () => zoom.meetings()],
  ['teams', () => tokenOf(microsoft.connect()), () => openSimulator(microsoft.url, 'teams').meetings()],
  ['meet', () => tokenOf(google.connect()), () => openSimulator(url, 'meet').meetings()],
])('a title too long for %s loses no half of a character', async (provider, connect, meetings) => {
  const host = await makeHost(deps);
  await makeConnection(deps, host, { provider, grant: { accessToken: await connect() } });
  const title = `${'a'.repeat(195)}👩‍👩‍👧‍👦`;
  const { meeting } = await intended(await makeEventType(deps, host, { title, location: { kind: provider } }));
  await createMeeting(deps, meeting);
  expect((await meetings()).map(({ title }) => title)).toContain('a'.repeat(195));
});

test('a look that worked ends the growth of the waits', async () => {
  const { meeting } = await meant();
  await createMeeting(deps, meeting);
  const em = deps.orm.em.fork();
  await em.execute('update conferences set failures = 4, look_again_at = now() where id = ?', [meeting]);
  await reconcileMeeting(deps, meeting);
  expect(await em.findOneOrFail(Conference, { id: meeting })).toMatchObject({ failures: 0, lookAgainAt: null });
});

test('a link found changed while the meeting was moved is mailed, for the one in earlier mails has ended', async () => {
  const { id, meeting } = await meant();
  await createMeeting(deps, meeting);
  const em = deps.orm.em.fork();
  await em.execute(`update conferences set join_url = 'https://zoom.us/j/former' where id = ?`, [meeting]);
  await em.execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  await rescheduleBooking(deps, { bookingId: id, actor: 'host', startsAt: at(60) });
  await em.execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  await updateMeeting(deps, meeting);
  expect((await mailsOf(deps, id)).filter((mail) => mail.endsWith('queued'))).toEqual([
    'link_ready guest queued',
    'link_ready host queued',
  ]);
});

test('a meeting without a fixed time is not moved again and again: the host is told once', async () => {
  const { id, meeting } = await meant();
  await createMeeting(deps, meeting);
  const em = deps.orm.em.fork();
  await em.execute(`update email_deliveries set state = 'sent' where booking_id = ?`, [id]);
  const { providerMeetingId } = await em.findOneOrFail(Conference, { id: meeting });
  await zoom.makeTimeless(providerMeetingId ?? '');
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  await updateMeeting(deps, meeting);
  expect((await plan(deps, id)).conference).toBeNull();
  await reconcileMeeting(deps, meeting);
  expect((await plan(deps, id)).conference).toBeNull();
  expect((await mailsOf(deps, id)).filter((mail) => mail.startsWith('changed_at'))).toEqual([
    'changed_at_provider host queued',
  ]);
  expect((await readBooking(deps, id)).startsAt).toEqual(at(60));
});

test('an activity says what came of it, without a word of the provider’s', async () => {
  const activities = createBookingActivities(deps);
  const { id, meeting } = await meant();
  await zoom.fault({ operation: 'create', effect: 'error', status: 400 });
  expect(await activities.createMeeting(meeting, id)).toEqual({
    outcome: 'refused',
    code: expect.stringMatching(/^[a-z_]+$/),
    ms: expect.any(Number),
    plan: expect.objectContaining({ status: 'confirmed', conference: null }),
  });
  await deps.orm.em.fork().execute('update conferences set problem = null where id = ?', [meeting]);
  expect(await activities.createMeeting(meeting, id)).toMatchObject({ outcome: 'created', code: null });
  expect(await activities.createMeeting(meeting, id)).toMatchObject({ outcome: 'nothing' });
  await rescheduleBooking(deps, { bookingId: id, actor: 'guest', startsAt: at(60) });
  expect(await activities.updateMeeting(meeting, id)).toMatchObject({ outcome: 'updated' });
  await cancelBooking(deps, { bookingId: id, actor: 'guest' });
  await plan(deps, id);
  expect(await activities.deleteMeeting(meeting, id)).toMatchObject({ outcome: 'deleted' });
});

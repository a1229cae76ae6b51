import { afterAll, expect, test } from 'vitest';
import { cancelBooking } from '#commands/cancel-booking.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Conference } from '#db/entities/conference.ts';
import { simulated } from '#dev/simulators/testing/simulated.ts';
import { zoomApp } from '#dev/simulators/zoom/test-app.ts';
import { at, bookTime } from '#test/fixtures/bookings.ts';
import { makeConnection, makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { openWorkshop, plan } from '#test/fixtures/workshop.ts';
import { createMeeting } from './create-meeting.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { lookAgain } from './look-again.ts';

const vendor = await simulated();
afterAll(() => vendor.close());
const control = vendor.control('zoom');
const deps = await openWorkshop({ environment: { ZOOM_API_URL: `${vendor.url}/zoom`, HTTP_TIMEOUT_MS: '500' } });

async function meant() {
  const host = await makeHost(deps);
  const { access_token: accessToken } = await zoomApp(vendor.url).connect();
  await makeConnection(deps, host, { grant: { accessToken } });
  const type = await makeEventType(deps, host, { location: { kind: 'zoom' } });
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
  expect(await control.meetings()).toHaveLength(1);
  expect(await deletionOf(id)).toBe('The Zoom meeting was deleted.');
  expect(await control.meetings()).toEqual([]);
});

test('of a create that came to nothing it says that there was none', async () => {
  const { id, meeting } = await meant();
  await control.fault({ operation: 'create', effect: 'timeout' });
  await expect(createMeeting(deps, meeting)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await deletionOf(id)).toBe('No meeting of this booking was found at Zoom; there is none left to delete.');
});

test('a look that worked ends the growth of the waits', async () => {
  const { meeting } = await meant();
  await createMeeting(deps, meeting);
  const em = deps.orm.em.fork();
  await em.execute('update conferences set failures = 4, look_again_at = now() where id = ?', [meeting]);
  await lookAgain(deps, meeting);
  expect(await em.findOneOrFail(Conference, { id: meeting })).toMatchObject({ failures: 0, lookAgainAt: null });
});

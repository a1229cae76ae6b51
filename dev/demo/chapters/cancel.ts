import { type CalendarEntry, readCalendar } from '#dev/clients/calendar.ts';
import { until } from '#dev/clients/until.ts';
import { expectSame, expectThat } from '../expect.ts';
import type { Play } from '../play.ts';
import type { Booked } from './book.ts';

/** The guest cancels: the meeting is gone, the calendars are told, the workflow has nothing left to do. */
export async function cancel(play: Play, booked: Booked, update: CalendarEntry): Promise<void> {
  const { chapter, saw, provider, providerId, mailbox, workflows } = play;
  const { guest, booking, token, meetingId } = booked;
  chapter('The guest cancels');
  const cancelled = await guest.cancel(token, 'Something came up.');
  expectSame('the booking', cancelled.status, 'cancelled');
  await until('the meeting to be gone', async () => (await provider.meetings()).every(({ id }) => id !== meetingId));
  saw(`${providerId} has no such meeting any more`);
  const farewell = await mailbox.awaitMail(guest.email, /cancel/i);
  const end = readCalendar((await mailbox.calendarOf(farewell)) ?? '');
  expectSame('the calendar file', end.method, 'CANCEL');
  expectSame('its UID', end.uid, update.uid);
  expectThat('its SEQUENCE went up', end.sequence > update.sequence);
  saw(`“${farewell.subject}” with METHOD:CANCEL, SEQUENCE ${end.sequence}`);
  await until('the workflow to complete', async () => (await workflows.statusOf(booking.id)) === 'COMPLETED');
  saw(`workflow completed after ${await workflows.eventsOf(booking.id)} history events`);
}

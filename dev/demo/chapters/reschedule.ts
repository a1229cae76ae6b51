import { type CalendarEntry, readCalendar } from '#dev/clients/calendar.ts';
import { expectSame, expectThat } from '../expect.ts';
import { fromNow, meetingAt, type Play } from '../play.ts';
import type { Booked } from './book.ts';
import { type Published, REMINDER_MINUTES } from './publish.ts';

const MINUTE_MS = 60_000;

/** The guest takes a time in a moment, by the link in the mail: the same meeting moves, the calendar file follows. */
export async function reschedule(play: Play, { host, page }: Published, booked: Booked): Promise<CalendarEntry> {
  const { chapter, saw, mailbox } = play;
  const { guest, token, title, meetingId, invitation } = booked;
  chapter('The guest reschedules by the link in the mail');
  const soon = new Date(Math.ceil(fromNow((REMINDER_MINUTES + 0.2) * MINUTE_MS).getTime() / MINUTE_MS) * MINUTE_MS);
  // Times stand at least five minutes apart: hours that begin with this minute make it one of them.
  await host.openFrom(soon);
  const [time] = await guest.freeTimes(page, soon, new Date(soon.getTime() + 5 * MINUTE_MS));
  expectThat('there is a free time in a moment', time !== undefined);
  await guest.reschedule(token, time);
  const moved = await meetingAt(play, time, title);
  expectSame('the meeting', moved.id, meetingId);
  saw(`the same meeting ${moved.id} is now at ${time}`);
  const news = await mailbox.awaitMail(guest.email, /rescheduled/i);
  const update = readCalendar((await mailbox.calendarOf(news)) ?? '');
  expectSame('the calendar file’s UID', update.uid, invitation.uid);
  expectThat('its SEQUENCE went up', update.sequence > invitation.sequence);
  saw(`calendar file: same UID, SEQUENCE ${invitation.sequence} → ${update.sequence}`);
  return update;
}

import { randomUUID } from 'node:crypto';
import type { GuestBooking } from '#api/guest/schema.ts';
import { readCalendar } from '#dev/clients/calendar.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { type Mail, openMailbox } from '#dev/clients/mailbox.ts';
import { openSimulator, type SimMeeting } from '#dev/clients/simulator.ts';
import { until } from '#dev/clients/until.ts';
import { openWorkflows } from '#dev/clients/workflows.ts';
import { expectSame, expectThat } from './expect.ts';
import type { Places } from './places.ts';
import type { Reporter } from './reporter.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The shortest reminder there is, so that the timer rings while we watch. */
const REMINDER_MINUTES = 1;

/**
 * The product's main job as host and guest live it, over HTTP: connect, book, reschedule by the link in the mail,
 * be reminded, cancel. Everything is looked at where it must show: API, provider, mailbox and Temporal.
 * @throws Error at the first thing that is not as it should be
 */
export async function playStory(places: Places, provider: string, { chapter, saw }: Reporter): Promise<void> {
  const mailbox = openMailbox(places.mailbox);
  const simulator = openSimulator(places.simulators, provider);
  const workflows = openWorkflows(places.temporal);
  const meetingAt = (startsAt: string, title: string): Promise<SimMeeting> =>
    until(`a ${provider} meeting at ${startsAt}`, async () => {
      const meetings = await simulator.meetings();
      return meetings.find((meeting) => meeting.title === title && sameInstant(meeting.startsAt, startsAt));
    });
  try {
    chapter(`A host connects ${provider} and publishes an event type`);
    const host = await signUp(places.app, { name: `Robin ${randomUUID().slice(0, 8)}` });
    await host.alwaysOpen();
    const landed = await host.connect(provider, `robin-${randomUUID().slice(0, 8)}`);
    const { status, accountEmail } = await host.integration(provider);
    expectSame('the card', status, 'connected');
    saw(`connected as ${accountEmail}, back at ${landed.pathname}`);
    const eventType = await host.offer(provider, { reminderMinutes: [REMINDER_MINUTES] });
    saw(`published ${eventType.publicUrl}`);

    chapter('A guest books');
    const guest = newGuest(places.app);
    const page = { handle: host.handle, slug: eventType.slug };
    const [firstTime] = await guest.freeTimes(page, fromNow(2 * DAY_MS), fromNow(3 * DAY_MS));
    expectThat('there is a free time the day after tomorrow', firstTime !== undefined);
    const booking = await guest.book(page, firstTime);
    expectSame('the booking', booking.status, 'confirmed');
    saw(`booked ${booking.startsAt}: 201, confirmed`);
    await until('the workflow to run', async () => (await workflows.statusOf(booking.id)) === 'RUNNING');
    saw(`workflow booking-${booking.id} runs`);
    const title = `${eventType.title} with ${guest.name}`;
    const meeting = await meetingAt(booking.startsAt, title);
    saw(`${provider} has meeting ${meeting.id} at the booked time`);
    const joinUrl = await linkOf(() => guest.read(booking.token));
    const toGuest = await mailbox.awaitMail(guest.email, /confirmed/i);
    const toHost = await mailbox.awaitMail(host.email, /new booking/i);
    expectThat('the guest’s mail has the link', toGuest.text.includes(joinUrl));
    expectThat('the host’s mail has the link', toHost.text.includes(joinUrl));
    saw(`both mails came with the link: “${toGuest.subject}”`);
    const invitation = readCalendar((await mailbox.calendarOf(toGuest)) ?? '');
    expectSame('the calendar file', invitation.method, 'REQUEST');
    expectThat('it has the booked time', sameInstant(invitation.startsAt, booking.startsAt));

    chapter('The guest reschedules by the link in the mail');
    const token = tokenIn(toGuest);
    const soon = fromNow((REMINDER_MINUTES + 0.2) * MINUTE_MS);
    const [secondTime] = await guest.freeTimes(page, soon, new Date(soon.getTime() + 5 * MINUTE_MS));
    expectThat('there is a free time in a moment', secondTime !== undefined);
    await guest.reschedule(token, secondTime);
    const moved = await meetingAt(secondTime, title);
    expectSame('the meeting', moved.id, meeting.id);
    saw(`the same meeting ${moved.id} is now at ${secondTime}`);
    const news = await mailbox.awaitMail(guest.email, /rescheduled|moved|new time/i);
    const update = readCalendar((await mailbox.calendarOf(news)) ?? '');
    expectSame('the calendar file’s UID', update.uid, invitation.uid);
    expectThat('its SEQUENCE went up', update.sequence > invitation.sequence);
    saw(`calendar file: same UID, SEQUENCE ${invitation.sequence} → ${update.sequence}`);

    chapter('A reminder comes from a timer');
    const reminder = await mailbox.awaitMail(guest.email, /reminder|starts/i, 3 * MINUTE_MS);
    expectThat('the reminder has the link', reminder.text.includes(joinUrl));
    saw(`“${reminder.subject}”`);

    chapter('The guest cancels');
    const cancelled = await guest.cancel(token, 'Something came up.');
    expectSame('the booking', cancelled.status, 'cancelled');
    await until('the meeting to be gone', async () =>
      (await simulator.meetings()).every(({ id }) => id !== meeting.id),
    );
    saw(`${provider} has no such meeting any more`);
    const farewell = await mailbox.awaitMail(guest.email, /cancel/i);
    const end = readCalendar((await mailbox.calendarOf(farewell)) ?? '');
    expectSame('the calendar file', end.method, 'CANCEL');
    expectSame('its UID', end.uid, invitation.uid);
    expectThat('its SEQUENCE went up', end.sequence > update.sequence);
    saw(`“${farewell.subject}” with METHOD:CANCEL, SEQUENCE ${end.sequence}`);
    await until('the workflow to complete', async () => (await workflows.statusOf(booking.id)) === 'COMPLETED');
    saw(`workflow completed after ${await workflows.eventsOf(booking.id)} history events`);
  } finally {
    await workflows.close();
  }
}

function linkOf(read: () => Promise<GuestBooking>): Promise<string> {
  return until('the link on the booking', async () => (await read()).conference.joinUrl);
}

function tokenIn(mail: Mail): string {
  const [, token] = /\/booking\/([^\s"<>?#)]+)/.exec(mail.text) ?? [];
  expectThat('the mail links to the booking', token !== undefined);
  return token;
}

function fromNow(ms: number): Date {
  return new Date(Date.now() + ms);
}

function sameInstant(a: string, b: string): boolean {
  return Date.parse(a) === Date.parse(b);
}

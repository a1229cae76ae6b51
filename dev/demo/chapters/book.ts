import { randomUUID } from 'node:crypto';
import type { GuestBooking } from '#api/guest/schema.ts';
import { type CalendarEntry, readCalendar } from '#dev/clients/calendar.ts';
import { type GuestClient, newGuest } from '#dev/clients/guest.ts';
import type { Mail } from '#dev/clients/mailbox.ts';
import { until } from '#dev/clients/until.ts';
import { expectSame, expectThat } from '../expect.ts';
import { fromNow, meetingAt, type Play, sameInstant } from '../play.ts';
import type { Published } from './publish.ts';

const DAY_MS = 86_400_000;

export interface Booked {
  readonly guest: GuestClient;
  readonly booking: GuestBooking;
  /** From the link in the guest's mail. */
  readonly token: string;
  readonly title: string;
  readonly meetingId: string;
  readonly joinUrl: string;
  readonly invitation: CalendarEntry;
}

/** A guest books: a running workflow, a real meeting, and both mails with its link. */
export async function book(play: Play, { host, eventType, page }: Published): Promise<Booked> {
  const { chapter, saw, workflows, mailbox, providerId } = play;
  chapter('A guest books');
  // A name of their own: the meeting is known by its title, also beside those of earlier stories.
  const guest = newGuest(play.app, { name: `Sam ${randomUUID().slice(0, 8)}` });
  const [time] = await guest.freeTimes(page, fromNow(2 * DAY_MS), fromNow(3 * DAY_MS));
  expectThat('there is a free time the day after tomorrow', time !== undefined);
  const booking = await guest.book(page, time);
  expectSame('the booking', booking.status, 'confirmed');
  saw(`booked ${booking.startsAt}: 201, confirmed`);
  await until('the workflow to run', async () => (await workflows.statusOf(booking.id)) === 'RUNNING');
  saw(`workflow booking-${booking.id} runs`);
  const title = `${eventType.title} with ${guest.name}`;
  const meeting = await meetingAt(play, booking.startsAt, title);
  saw(`${providerId} has meeting ${meeting.id} at the booked time`);
  const joinUrl = await until('the link', async () => (await guest.read(booking.token)).conference.joinUrl);
  const toGuest = await mailbox.awaitMail(guest.email, /confirmed/i);
  const toHost = await mailbox.awaitMail(host.email, /new booking/i);
  expectThat('the guest’s mail has the link', toGuest.text.includes(joinUrl));
  expectThat('the host’s mail has the link', toHost.text.includes(joinUrl));
  saw(`both mails came with the link: “${toGuest.subject}”`);
  const invitation = readCalendar((await mailbox.calendarOf(toGuest)) ?? '');
  expectSame('the calendar file', invitation.method, 'REQUEST');
  expectThat('it has the booked time', sameInstant(invitation.startsAt, booking.startsAt));
  return { guest, booking, token: tokenIn(toGuest), title, meetingId: meeting.id, joinUrl, invitation };
}

function tokenIn(mail: Mail): string {
  const [, token] = /\/booking\/([^\s"<>?#)]+)/.exec(mail.text) ?? [];
  expectThat('the mail links to the booking', token !== undefined);
  return token;
}

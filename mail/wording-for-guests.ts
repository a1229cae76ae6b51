import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { oneLine } from '#mail/plain-words.ts';
import { momentOf, untilStart } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the guest is told. */
export function guestWording(mail: BookingMail, { now }: MailContext): Wording {
  const { booking } = mail;
  const { host, title } = peopleOf(mail);
  const label = oneLine(booking.location.label) || 'meeting';
  const { holdEndsAt } = booking;
  const heldUntil =
    holdEndsAt === null ? '' : ` The time is held for you until ${momentOf(holdEndsAt, booking.readerTimeZone)}.`;
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: 'Confirmed',
      heading: `You are meeting ${host}`,
      sentences: [`Your booking of “${title}” is confirmed.${inCalendar(mail)}`],
    }),
    pending: () => pending(mail, heldUntil),
    declined: () => ({
      tone: 'ended',
      badge: 'Declined',
      heading: `${host} cannot make this time`,
      sentences: [`Your request for “${title}” was declined. You are welcome to choose another time.`],
    }),
    expired: () => ({
      tone: 'ended',
      badge: 'Not confirmed',
      heading: 'Your request has run out',
      sentences: [
        `${host} did not confirm it in time, so the time is no longer held for you. You can choose another one.`,
      ],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: 'Rescheduled',
      heading: `Your meeting with ${host} has a new time`,
      sentences: [
        `${moved(mail)}. The links in earlier mails keep working.${mail.attachInvite ? ' The attached invitation moves it in your calendar.' : ''}`,
      ],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: 'Cancelled',
      heading: `Your meeting with ${host} is cancelled`,
      sentences: [
        `${cancelledBy(mail, host)}${mail.attachInvite ? ' The attached file takes it out of your calendar.' : ''}`,
      ],
    }),
    reminder: () => ({
      tone: 'good',
      badge: 'Reminder',
      heading: `Your meeting with ${host} starts ${untilStart(booking.startsAt, now)}`,
      sentences: [`This is a reminder of “${title}”.`],
    }),
    link_ready: () => ({
      tone: 'good',
      badge: `${label} link`,
      heading: 'Here is the link to your meeting',
      sentences: [`The link for “${title}” with ${host} is ready. The time is as booked.`],
    }),
    link_missing: onlyForHosts,
    changed_at_provider: onlyForHosts,
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

function pending(mail: BookingMail, heldUntil: string): Wording {
  const { host, title } = peopleOf(mail);
  const then = `${host} confirms bookings by hand.${heldUntil} We mail you as soon as there is an answer.`;
  if (mail.booking.previousStartsAt === null)
    return { tone: 'waiting', badge: 'Requested', heading: `Your request is with ${host}`, sentences: [then] };
  return {
    tone: 'waiting',
    badge: 'New time requested',
    heading: `Your new time waits for ${host}`,
    sentences: [`${mover(mail)} moved “${title}”. ${then}`],
  };
}

const moved = (mail: BookingMail) =>
  mail.booking.isAgreed
    ? `${peopleOf(mail).host} confirmed the time you asked for, and “${peopleOf(mail).title}” moved to it`
    : `${mover(mail)} moved “${peopleOf(mail).title}”`;

const mover = (mail: BookingMail) => (mail.booking.by === 'guest' ? 'You' : peopleOf(mail).host);

function cancelledBy({ booking }: BookingMail, host: string): string {
  if (booking.by === 'guest') return 'You cancelled this booking.';
  if (booking.by === 'host' || booking.by === 'provider') return `${host} cancelled this booking.`;
  return 'This booking was cancelled.';
}

const inCalendar = ({ attachInvite }: BookingMail) => (attachInvite ? ' A calendar invitation is attached.' : '');

function onlyForHosts(): never {
  throw new TypeError('this kind of mail is for hosts only');
}

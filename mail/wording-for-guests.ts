import type { Wording } from '#mail/letter.ts';
import type { BookingMail, BookingMailKind, MailContext } from '#mail/message.ts';
import { linkName } from '#mail/meeting-link.ts';
import { peopleOf } from '#mail/people.ts';
import { capitalised } from '#mail/plain-words.ts';
import { momentOf, untilStart } from '#mail/times.ts';
import { proposalWordings } from '#mail/wording-for-proposals.ts';

/** What the guest is told. */
export function guestWording(mail: BookingMail, { now }: MailContext): Wording {
  const { booking } = mail;
  const { host, title } = peopleOf(mail);
  const { holdEndsAt } = booking;
  const heldUntil =
    holdEndsAt === null ? '' : ` We’re holding the time for you until ${momentOf(holdEndsAt, booking)}.`;
  const words: Record<BookingMailKind, () => Wording> = {
    confirmed: () => ({
      tone: 'good',
      badge: 'Confirmed',
      heading: `You’re meeting ${host}`,
      sentences: [`Your booking of “${title}” is confirmed.${inCalendar(mail)}`],
    }),
    pending: () => pending(mail, heldUntil),
    declined: () => ({
      tone: 'ended',
      badge: 'Declined',
      heading: `${host} can’t make this time`,
      sentences: [`Your request for “${title}” was declined. You can choose another time.`],
    }),
    expired: () => ({
      tone: 'ended',
      badge: 'Not confirmed',
      heading: 'Your request expired',
      sentences: [
        `${host} didn’t confirm in time, so we’re no longer holding the time for you. You can choose another one.`,
      ],
    }),
    rescheduled: () => ({
      tone: 'good',
      badge: 'Rescheduled',
      heading: `Your meeting with ${host} has been rescheduled`,
      sentences: [
        `${moved(mail)}. The links in earlier emails keep working.${mail.attachInvite ? ' The attached invitation updates your calendar.' : ''}`,
      ],
    }),
    cancelled: () => ({
      tone: 'ended',
      badge: 'Cancelled',
      heading: `Your meeting with ${host} has been cancelled`,
      sentences: [
        `${cancelledBy(mail, host)}${mail.attachInvite ? ' The attached file removes it from your calendar.' : ''}`,
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
      badge: capitalised(linkName(mail)),
      heading: 'Your meeting link is ready',
      sentences: [`Here’s the link for “${title}” with ${host}. The time hasn’t changed.`],
    }),
    link_missing: onlyForHosts,
    changed_at_provider: onlyForHosts,
    reschedule_asked: () => ({
      tone: 'waiting',
      badge: 'Please pick another time',
      heading: `${host} asks you to pick another time`,
      sentences: [`“${title}” keeps its time until you choose a new one.`],
    }),
    ...proposalWordings(mail),
  };
  return words[mail.kind]();
}

function pending(mail: BookingMail, heldUntil: string): Wording {
  const { host, title } = peopleOf(mail);
  const then = `${host} reviews each request.${heldUntil} We’ll email you when they reply.`;
  if (mail.booking.previousStartsAt === null)
    return { tone: 'waiting', badge: 'Requested', heading: `Your request is with ${host}`, sentences: [then] };
  return {
    tone: 'waiting',
    badge: 'New time requested',
    heading: `Your new time is with ${host}`,
    sentences: [`${mover(mail)} rescheduled “${title}”. ${then}`],
  };
}

const moved = (mail: BookingMail) =>
  mail.booking.isAgreed
    ? `${peopleOf(mail).host} confirmed the new time you asked for “${peopleOf(mail).title}”`
    : `${mover(mail)} rescheduled “${peopleOf(mail).title}”`;

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

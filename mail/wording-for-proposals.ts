import type { Wording } from '#mail/letter.ts';
import type { BookingMail } from '#mail/message.ts';
import { peopleOf } from '#mail/people.ts';
import { momentOf } from '#mail/times.ts';

/** What a mail says about the time that a guest has proposed, or no longer proposes, for a booking that keeps its own. */
export const proposalWordings = (mail: BookingMail) => ({
  proposed: () => (mail.reader === 'host' ? proposedToHost(mail) : proposedByGuest(mail)),
  proposal_declined: () => kept(mail, mail.reader === 'host' ? declinedByHost(mail) : declinedToGuest(mail)),
  proposal_expired: () => kept(mail, mail.reader === 'host' ? expiredForHost(mail) : expiredForGuest(mail)),
  proposal_withdrawn: () => kept(mail, mail.reader === 'host' ? withdrawnToHost(mail) : withdrawnByGuest(mail)),
});

function proposedToHost(mail: BookingMail): Wording {
  const { guest, title } = peopleOf(mail);
  const { holdEndsAt } = mail.booking;
  const by = holdEndsAt === null ? '' : ` by ${momentOf(holdEndsAt, mail.booking)}`;
  return {
    tone: 'waiting',
    badge: 'Please confirm',
    heading: `${guest} asks for another time`,
    sentences: [
      `${guest} would like to reschedule “${title}” to ${proposed(mail)}.`,
      `Please confirm or decline${by}. Until you confirm, the meeting stays at its time.`,
    ],
  };
}

function proposedByGuest(mail: BookingMail): Wording {
  const { host, title } = peopleOf(mail);
  const { holdEndsAt } = mail.booking;
  const held =
    holdEndsAt === null ? '' : ` We’re holding the new time for you until ${momentOf(holdEndsAt, mail.booking)}.`;
  return {
    tone: 'waiting',
    badge: 'New time requested',
    heading: `You asked ${host} for a new time`,
    sentences: [
      `You asked to reschedule “${title}” to ${proposed(mail)}.`,
      `Your meeting stays at its time until ${host} confirms.${held} We’ll email you when ${host} replies.`,
    ],
  };
}

function kept(mail: BookingMail, sentence: string): Wording {
  const { other } = peopleOf(mail);
  return {
    tone: 'good',
    badge: 'Time unchanged',
    heading: `Your meeting with ${other} stays at its time`,
    sentences: [sentence],
  };
}

function declinedByHost(mail: BookingMail): string {
  return `You declined ${proposed(mail)}. We’ve let ${peopleOf(mail).guest} know, and that slot is open again.`;
}

function declinedToGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return `${host} can’t make ${proposed(mail)}, so “${title}” stays at its time. You can ask for another one.`;
}

function expiredForHost(mail: BookingMail): string {
  const { guest } = peopleOf(mail);
  return `You didn’t answer ${guest}’s request for ${proposed(mail)} in time. We’ve let ${guest} know, and that slot is open again.`;
}

function expiredForGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return `${host} didn’t confirm ${proposed(mail)} in time, so “${title}” stays at its time. We’re no longer holding the new time for you.`;
}

function withdrawnToHost(mail: BookingMail): string {
  return `${peopleOf(mail).guest} no longer asks for ${proposed(mail)}. That slot is open again.`;
}

function withdrawnByGuest(mail: BookingMail): string {
  const { host, title } = peopleOf(mail);
  return `You withdrew your request for ${proposed(mail)}, so “${title}” stays at its time. We’ve let ${host} know.`;
}

function proposed({ booking }: BookingMail): string {
  return booking.proposedStartsAt === null ? 'another time' : momentOf(booking.proposedStartsAt, booking);
}

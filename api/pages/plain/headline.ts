import { momentOf } from '#mail/times.ts';
import type { GuestBooking } from '../../guest/schema.ts';

interface Headline {
  readonly tone: 'good' | 'waiting' | 'ended';
  readonly badge: string;
  readonly title: string;
  readonly text: string;
}

/** What has become of a booking, in the guest's words; the same as on the page with script and in the mails. */
export function headlineOf(booking: GuestBooking): Headline {
  const { host, guest, status, holdEndsAt } = booking;
  const heldUntil = (what: string) =>
    holdEndsAt === null ? '' : ` ${what} is held for you until ${momentOf(Date.parse(holdEndsAt), guest.timeZone)}.`;
  switch (status) {
    case 'confirmed':
      if (booking.proposedStartsAt !== null)
        return {
          tone: 'waiting',
          badge: 'New time requested',
          title: `You asked ${host.name} for a new time`,
          text: `Your meeting stays at its time until ${host.name} confirms.${heldUntil('The new time')} We’ll email ${guest.email} when ${host.name} replies.`,
        };
      return {
        tone: 'good',
        badge: 'Confirmed',
        title: `You are meeting ${host.name}`,
        text: confirmedText(booking),
      };
    case 'pending':
      return {
        tone: 'waiting',
        badge: 'Requested',
        title: `Your request is with ${host.name}`,
        text: `${host.name} must confirm it first.${heldUntil('The time')} We mail ${guest.email} as soon as there is an answer.`,
      };
    case 'declined':
      return {
        tone: 'ended',
        badge: 'Declined',
        title: `${host.name} cannot make this time`,
        text: 'Your request was declined. You are welcome to choose another time.',
      };
    case 'expired':
      return {
        tone: 'ended',
        badge: 'Not confirmed',
        title: 'Your request has run out',
        text: `${host.name} did not confirm it in time, so the time is no longer held for you.`,
      };
    case 'cancelled':
      return {
        tone: 'ended',
        badge: 'Cancelled',
        title: 'This meeting is cancelled',
        text: 'The time is free again. You can book another one whenever you like.',
      };
    case 'completed':
      return {
        tone: 'ended',
        badge: 'Over',
        title: 'This meeting is over',
        text: 'We hope it went well. You can book another one whenever you like.',
      };
  }
}

function confirmedText({ host, guest, proposalOutcome }: GuestBooking): string {
  switch (proposalOutcome) {
    case 'declined':
      return `${host.name} can’t make the new time, so your meeting stays at its time.`;
    case 'expired':
      return `${host.name} didn’t confirm the new time, so your meeting stays at its time.`;
    case 'withdrawn':
      return 'You kept the current time. Everything is set.';
    case null:
      return `Everything is set. The details go to ${guest.email}.`;
  }
}

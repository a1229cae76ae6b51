import type { Words } from '../times/words.ts';
import type { Booking, News } from './use-booking.ts';

export type Tone = 'good' | 'waiting' | 'ended';

export interface Headline {
  readonly tone: Tone;
  readonly badge: string;
  readonly title: string;
  readonly text: string;
}

/** What has become of a booking, in the guest's words; the same words as in the mails. */
export function headlineOf(booking: Booking, words: Words, news: News): Headline {
  const { host, guest, status, holdEndsAt, proposedStartsAt } = booking;
  const heldUntil = (what: string) =>
    holdEndsAt == null ? '' : ` ${what} is held for you until ${words.full(holdEndsAt)}.`;
  switch (status) {
    case 'confirmed':
      if (proposedStartsAt !== null)
        return {
          tone: 'waiting',
          badge: 'New time requested',
          title: `You asked ${host.name} for a new time`,
          text: `Your meeting stays at its time until ${host.name} confirms.${heldUntil('The new time')} We’ll email ${guest.email} when ${host.name} replies.`,
        };
      return {
        tone: 'good',
        badge: 'Confirmed',
        ...confirmed(booking, news),
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

/** Why the meeting has the time it had, after the guest asked for another one. */
const KEPT: Record<NonNullable<Booking['proposalOutcome']>, (host: string) => string> = {
  declined: (host) => `${host} can’t make the new time, so your meeting stays at its time.`,
  expired: (host) => `${host} didn’t confirm the new time, so your meeting stays at its time.`,
  withdrawn: () => 'You kept the current time. Everything is set.',
};

function confirmed({ host, guest, proposalOutcome }: Booking, news: News): Pick<Headline, 'title' | 'text'> {
  if (news === 'booked') return { title: 'You are booked', text: `A confirmation is on its way to ${guest.email}.` };
  if (news === 'moved')
    return { title: 'Your meeting is moved', text: `The new time is on its way to ${guest.email}.` };
  return {
    title: `You are meeting ${host.name}`,
    text: proposalOutcome === null ? 'Everything is set.' : KEPT[proposalOutcome](host.name),
  };
}

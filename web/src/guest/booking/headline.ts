import type { TimeTexts } from '#domain/time-texts.ts';
import type { Booking } from './use-booking.ts';

/** `ended`: it will not take place. */
export type Tone = 'good' | 'waiting' | 'ended';

export interface Headline {
  readonly tone: Tone;
  readonly badge: string;
  readonly title: string;
  readonly text: string;
}

/** What has become of a booking, in the guest's words. `news`: what the guest has just done, `booked` or `moved`. */
export function headlineOf(booking: Booking, words: TimeTexts, news: string | null): Headline {
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
          text: `Your meeting keeps its time until ${host.name} confirms.${heldUntil('The new time')} We’ll email ${guest.email} when ${host.name} replies.`,
        };
      if (booking.rescheduleAsked)
        return {
          tone: 'waiting',
          badge: 'New time needed',
          title: `${host.name} asks you to pick another time`,
          text: 'Your meeting keeps its time until you choose a new one.',
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
        text: `${host.name} needs to confirm.${heldUntil('The time')} We’ll email ${guest.email} as soon as they do.`,
      };
    case 'declined':
      return {
        tone: 'ended',
        badge: 'Declined',
        title: `${host.name} can’t make this time`,
        text: 'Your request was declined. You’re welcome to choose another time.',
      };
    case 'expired':
      return {
        tone: 'ended',
        badge: 'Not confirmed',
        title: 'Your request expired',
        text: `${host.name} didn’t confirm in time, so the time is no longer held for you.`,
      };
    case 'cancelled':
      return {
        tone: 'ended',
        badge: 'Cancelled',
        title: 'Meeting cancelled',
        text: 'You can book another time whenever you like.',
      };
    case 'completed':
      return {
        tone: 'good',
        badge: 'Completed',
        title: 'This meeting is over',
        text: 'We hope it went well. You can book another time whenever you like.',
      };
  }
}

/** Why the meeting has the time it had, after the guest asked for another one. */
const KEPT: Record<NonNullable<Booking['proposalOutcome']>, (host: string) => string> = {
  declined: (host) => `${host} can’t make the new time, so your meeting keeps its time.`,
  expired: (host) => `${host} didn’t confirm the new time, so your meeting keeps its time.`,
  withdrawn: () => 'You kept the current time. You’re all set.',
};

function confirmed({ host, guest, proposalOutcome }: Booking, news: string | null): Pick<Headline, 'title' | 'text'> {
  if (news === 'booked') return { title: 'You’re booked', text: `We’re emailing the confirmation to ${guest.email}.` };
  if (news === 'moved') return { title: 'Meeting rescheduled', text: `We’re emailing the new time to ${guest.email}.` };
  return {
    title: `You’re meeting ${host.name}`,
    text: proposalOutcome === null ? 'You’re all set.' : KEPT[proposalOutcome](host.name),
  };
}

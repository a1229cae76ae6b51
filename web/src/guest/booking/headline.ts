import type { TimeTexts } from '#domain/time-texts.ts';
import { t } from '../t.ts';
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
  const { status, holdEndsAt, proposedStartsAt } = booking;
  const host = booking.host.name;
  const { email } = booking.guest;
  const until = holdEndsAt === null ? null : words.full(holdEndsAt);
  switch (status) {
    case 'confirmed':
      if (proposedStartsAt !== null)
        return {
          tone: 'waiting',
          badge: t('state.proposed'),
          title: t('state.proposed.title', { host }),
          text: sentences(
            t('state.proposed.text', { host }),
            until && t('state.proposed.held', { when: until }),
            t('state.proposed.email', { email, host }),
          ),
        };
      if (booking.rescheduleAsked)
        return {
          tone: 'waiting',
          badge: t('state.asked'),
          title: t('state.asked.title', { host }),
          text: t('state.asked.text'),
        };
      return { tone: 'good', badge: t('state.confirmed'), ...confirmed(booking, news) };
    case 'pending':
      return {
        tone: 'waiting',
        badge: t('state.pending'),
        title: t('state.pending.title', { host }),
        text: sentences(
          t('state.pending.text', { host }),
          until && t('state.pending.held', { when: until }),
          t('state.pending.email', { email }),
        ),
      };
    case 'declined':
      return {
        tone: 'ended',
        badge: t('state.declined'),
        title: t('state.declined.title', { host }),
        text: t('state.declined.text'),
      };
    case 'expired':
      return {
        tone: 'ended',
        badge: t('state.expired'),
        title: t('state.expired.title'),
        text: t('state.expired.text', { host }),
      };
    case 'cancelled':
      return {
        tone: 'ended',
        badge: t('state.cancelled'),
        title: t('state.cancelled.title'),
        text: t('state.cancelled.text'),
      };
    case 'completed':
      return {
        tone: 'good',
        badge: t('state.completed'),
        title: t('state.completed.title'),
        text: t('state.completed.text'),
      };
  }
}

/** Those that there are, one after the other. */
const sentences = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ');

function confirmed(
  { host: { name: host }, guest: { email }, proposalOutcome }: Booking,
  news: string | null,
): Pick<Headline, 'title' | 'text'> {
  if (news === 'booked') return { title: t('state.booked.title'), text: t('state.booked.text', { email }) };
  if (news === 'moved') return { title: t('state.moved.title'), text: t('state.moved.text', { email }) };
  return {
    title: t('state.confirmed.title', { host }),
    text: proposalOutcome === null ? t('state.confirmed.text') : keptText(proposalOutcome, host),
  };
}

/** Why the meeting has the time it had, after the guest asked for another one. */
function keptText(outcome: NonNullable<Booking['proposalOutcome']>, host: string): string {
  return outcome === 'withdrawn' ? t('state.kept.withdrawn') : t(`state.kept.${outcome}`, { host });
}

import { followUpDueAt } from '#domain/follow-up.ts';
import type { BookingFacts } from '../booking-facts.ts';

/**
 * When a booking's guest is thanked, epoch milliseconds; null for never. As the event type says now, not as it did at the
 * booking: a host who turns follow-ups off wants none to go out.
 */
export function followUpOf({ booking, eventType, host }: BookingFacts): number | null {
  return followUpDueAt({
    status: booking.status,
    endsAt: booking.endsAt.getTime(),
    followUpMinutes: eventType.followUpMinutes ?? null,
    isNoShow: booking.noShowAt != null,
    isQuiet: [booking.remindersUnsubscribedAt, booking.eraseAskedAt, host.eraseAskedAt].some((at) => at != null),
  });
}

import { judgeSlot } from '#domain/slots/slots.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { Em } from '#db/host-transaction.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { type Around, loadAvailability } from './availability.ts';

/** Shown to the guest who comes second. */
export const TAKEN = says('said.time_taken');

/** A cheap look before the lock, which refuses most losers of a storm: at bookings and at the times proposed for them. */
export async function isSlotTaken(
  em: Em,
  hostId: string,
  { blockedFrom, blockedUntil }: { blockedFrom: Date; blockedUntil: Date },
  now: Date,
  exceptBookingId: string | null = null,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from bookings where host_id = ? and status in ('pending', 'confirmed') and blocked && tstzrange(?, ?)
       and (hold_ends_at > ? or (status = 'confirmed' and tstzrange(blocked_from, blocked_until) && tstzrange(?, ?)))
       and (?::uuid is null or id <> ?::uuid) limit 1`,
    [hostId, blockedFrom, blockedUntil, now, blockedFrom, blockedUntil, exceptBookingId, exceptBookingId],
  );
  return rows.length > 0;
}

/**
 * Accepts a time by the same function that offers it, for a new booking or for one that is `moving`.
 * @throws Refusal `slot_taken` where it is booked, `slot_unavailable` where it is not offered
 */
export async function acceptTime(
  em: Em,
  eventType: EventType,
  startsAt: Date,
  now: Date,
  { moving, around }: { moving?: Booking; around?: Around } = {},
) {
  const question = await loadAvailability(em, eventType, { from: startsAt, to: startsAt, moving }, now, around);
  const verdict = judgeSlot(question, startsAt.getTime());
  if (verdict === 'offered') return;
  if (verdict === 'booked' || verdict === 'buffer') throw new Refusal('slot_taken', TAKEN);
  throw new Refusal('slot_unavailable', says('said.time_unavailable'));
}

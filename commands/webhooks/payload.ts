import { minutesOf } from '#commands/bookings/booking-times.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { EventType } from '#db/entities/event-type.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import type { Em } from '#db/host-transaction.ts';
import { isHeld } from '#domain/booking.ts';
import { PAYLOAD_VERSION } from '#domain/webhooks/webhook.ts';

/** What a receiver is sent, after the Standard Webhooks specification; `version` says how `data` is to be read. */
export const payloadOf = (type: string, now: Date, data: object) => ({
  type,
  timestamp: now.toISOString(),
  version: PAYLOAD_VERSION,
  data,
});

/** A booking as hosts' systems are told of it: by the names that the API gives its fields, as it is at that moment. */
export async function describeBooking(em: Em, booking: Booking) {
  const { id, status, startsAt, endsAt, previousStartsAt, location, title } = booking;
  const guests = await em.find(FurtherGuest, { booking: id, removedAt: null }, { orderBy: { id: 'asc' } });
  const eventType = await em.findOneOrFail(EventType, { id: booking.eventType });
  return {
    id,
    status,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    durationMinutes: minutesOf(booking),
    previousStartsAt: previousStartsAt?.toISOString() ?? null,
    eventType: { id: eventType.id, slug: eventType.slug, title },
    guest: {
      name: booking.guestName,
      email: booking.guestEmail,
      phone: booking.guestPhone ?? null,
      timeZone: booking.guestTimeZone,
      answers: booking.answers,
    },
    guests: guests.map(({ name, email }) => ({ name: name ?? null, email })),
    location: { kind: location.kind, ...(location.value !== undefined && { value: location.value }) },
    conference: await describeConference(em, booking),
    endedBy: booking.endedBy ?? null,
    reason: booking.reason ?? null,
  };
}

/** The meeting link that holds now: one the host shared wins, as everywhere. */
async function describeConference(em: Em, { id, status, manualLink }: Booking) {
  const isAlive = isHeld(status);
  const row = await em.findOne(Conference, { booking: id, state: { $in: ['intended', 'live'] } });
  if (row === null && !manualLink) return null;
  return { provider: row?.provider ?? null, joinUrl: isAlive ? (manualLink ?? row?.joinUrl ?? null) : null };
}

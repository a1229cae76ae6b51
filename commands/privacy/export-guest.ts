import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { WebhookDelivery } from '#db/entities/webhook.ts';
import { isLocationVisible, locationForGuest } from '#domain/guest-visibility.ts';
import { asStored } from './as-stored.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { mailUnderWay } from '#commands/bookings/mail-content.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/** Never for the guest's eyes. */
const HOST_ONLY = ['hostNotes'];

/** What happened to the host's account and mailbox is the host's, though it stands in the booking's timeline. */
const ABOUT_HOST = /^conference_|^mail_/;

/** Everything we hold of a guest's booking, but for a place that its host has not told them. @throws Refusal `not_found` */
export async function exportGuest(deps: CommandDeps, { bookingId }: { bookingId: string }) {
  const em = deps.orm.em.fork();
  const booking = await em.findOne(Booking, { id: bookingId, eraseAskedAt: null });
  if (booking === null) throw new Refusal('not_found', says('said.booking_not_found'));
  const [meetings, timeline, guests, deliveries, mails] = await Promise.all([
    em.fork().find(Conference, { booking: bookingId }, { orderBy: { id: 'asc' } }),
    em.fork().find(BookingEvent, { booking: bookingId }, { orderBy: { id: 'asc' } }),
    em.fork().find(FurtherGuest, { booking: bookingId, removedAt: null }, { orderBy: { id: 'asc' } }),
    em.fork().find(WebhookDelivery, { booking: bookingId }, { orderBy: { seq: 'asc' } }),
    em
      .fork()
      .find(
        EmailDelivery,
        { booking: bookingId, recipient: 'guest' },
        { orderBy: { id: 'asc' }, populate: ['content'] },
      ),
  ]);
  const placeTold = isLocationVisible(booking.status);
  return {
    exportedAt: deps.now().toISOString(),
    booking: {
      ...asStored(booking, placeTold ? HOST_ONLY : [...HOST_ONLY, 'manualLink']),
      location: locationForGuest(booking.status, booking.location),
      furtherGuests: guests.map((row) => asStored(row, ['booking'])),
      meetings: meetings.map(({ provider, state, joinUrl, createdAt }) => ({
        provider,
        state,
        ...(placeTold && { joinUrl }),
        createdAt,
      })),
    },
    timeline: timeline.filter(({ kind }) => !ABOUT_HOST.test(kind)).map((row) => asStored(row, ['booking', 'signal'])),
    // The host's own systems that were told of the booking; what they were told stands above.
    toldToHostsSystems: deliveries.map(({ type, state, createdAt, deliveredAt }) => ({
      type,
      state,
      createdAt,
      deliveredAt,
    })),
    mails: mails.map((row) => ({
      ...asStored(row, ['about', 'connection', 'claimToken', 'content']),
      ...mailUnderWay(deps.config, row),
    })),
  };
}

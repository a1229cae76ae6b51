import type { BookingLink } from '#api/event-types/links-schema.ts';
import type { GuestBooking } from '#api/guest/schema.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { guestLinks } from '#commands/bookings/links.ts';
import { rescheduleBooking } from '#commands/bookings/reschedule-booking.ts';
import { takeHandle } from '#commands/hosts/take-handle.ts';
import { User } from '#db/entities/user.ts';
import { hostTransaction } from '#db/host-transaction.ts';
import { newGuest } from '#dev/clients/guest.ts';
import { signUp } from '#dev/clients/host.ts';
import { at, bookTime, outcomes, readBooking } from '#test/fixtures/bookings.ts';
import { makeEventType, makeHost } from '#test/fixtures/hosts.ts';
import { DAY, type Expiring, HOUR, type Place } from './expiring.ts';

/** What guests hold, or is held for them. */
export const bookingsOf = (place: Place): Expiring[] => [
  {
    what: 'the outcome kept under an idempotency key',
    table: 'idempotency_keys',
    column: 'created_at',
    ends: `created_at + interval '24 hours'`,
    life: DAY,
    keptFor: 0,
    before: [201, 'the same booking'],
    after: [409, 'slot_taken'],
    make: async () => {
      const host = await makeHost(place);
      const type = await makeEventType(place, host);
      const guest = newGuest(place.base);
      const body = {
        startsAt: at(0).toISOString(),
        guest: { name: guest.name, email: guest.email, timeZone: 'UTC' },
        answers: {},
      };
      const ask = async () => {
        const path = `/api/v1/public/${host.handle}/${type.slug}/bookings`;
        const answer = await guest.request('POST', path, body, { 'Idempotency-Key': guest.email });
        const { id, code } = (await answer.json()) as Partial<GuestBooking> & { code?: string };
        return { status: answer.status, id, code };
      };
      const { id } = await ask();
      const attempt = async () => {
        const again = await ask();
        return [again.status, again.id === id ? 'the same booking' : again.code];
      };
      return { row: ['event_type_id = ?', type.id], attempt };
    },
  },
  {
    what: 'a hold, until its host confirms',
    table: 'bookings',
    column: 'hold_ends_at',
    moves: ['pending_since', 'created_at'],
    life: 2 * HOUR,
    before: ['ok', 'slot_taken', 'confirmed'],
    after: ['invalid_transition', 'ok', 'expired'],
    make: async () => {
      const host = await makeHost(place);
      const type = await makeEventType(place, host, { requiresConfirmation: true, holdMinutes: 120 });
      const startsAt = at(0);
      const id = await bookTime(place, type, startsAt);
      const attempt = async () => [
        ...(await outcomes([confirmBooking(place, { bookingId: id, hostId: host.id })])),
        ...(await outcomes([bookTime(place, type, startsAt)])),
        (await readBooking(place, id)).status,
      ];
      return { row: ['id = ?', id], attempt };
    },
  },
  {
    what: 'the hold on a proposed time, until its host confirms',
    table: 'bookings',
    column: 'hold_ends_at',
    moves: ['pending_since', 'created_at'],
    life: 2 * HOUR,
    before: ['ok', 'slot_taken', 'moved'],
    after: ['invalid_transition', 'ok', 'kept'],
    make: async () => {
      const host = await makeHost(place);
      const type = await makeEventType(place, host, { requiresConfirmation: true, holdMinutes: 120 });
      const id = await bookTime(place, type, at(0));
      const confirm = () => confirmBooking(place, { bookingId: id, hostId: host.id });
      await confirm();
      await rescheduleBooking(place, { bookingId: id, actor: 'guest', startsAt: at(60) });
      const attempt = async () => [
        ...(await outcomes([confirm()])),
        ...(await outcomes([bookTime(place, type, at(60))])),
        (await readBooking(place, id)).startsAt.getTime() === at(60).getTime() ? 'moved' : 'kept',
      ];
      return { row: ['id = ?', id], attempt };
    },
  },
  {
    what: 'a guest’s link',
    table: 'bookings',
    column: 'ends_at',
    ends: `ends_at + interval '1 day'`,
    moves: ['starts_at', 'blocked_from', 'blocked_until'],
    before: 200,
    after: 404,
    make: async () => {
      const id = await bookTime(place, await makeEventType(place, await makeHost(place)), at(0));
      const { token } = guestLinks(place.config, await readBooking(place, id));
      const path = `/api/v1/public/bookings/${token}`;
      return { row: ['id = ?', id], attempt: async () => (await newGuest(place.base).request('GET', path)).status };
    },
  },
  {
    what: 'a link by which an event type is booked',
    table: 'booking_links',
    column: 'expires_at',
    keptFor: 90 * DAY,
    before: 200,
    after: 410,
    make: async () => {
      const host = await signUp(place.base);
      const type = await host.offer('phone');
      const expiresAt = new Date(Date.now() + HOUR * 1_000).toISOString();
      const { id, url } = await host.json<BookingLink>('POST', `/api/v1/event-types/${type.id}/links`, { expiresAt });
      return { row: ['id = ?', id], attempt: async () => (await fetch(url)).status };
    },
  },
  {
    what: 'a handle that its host gave up',
    table: 'former_handles',
    column: 'kept_until',
    life: 90 * DAY,
    keptFor: 0,
    before: 200,
    after: 404,
    make: async () => {
      const host = await makeHost(place);
      const { handle } = host;
      await hostTransaction(place.orm, host.id, async (em) => {
        const user = await em.findOneOrFail(User, { id: host.id });
        await takeHandle(em, user, `${handle}-new`, place.now());
      });
      const path = `/api/v1/public/${handle}`;
      return {
        row: ['handle = ?', handle],
        attempt: async () => (await newGuest(place.base).request('GET', path)).status,
      };
    },
  },
];

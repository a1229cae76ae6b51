import { book } from '#commands/bookings/book.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { mailboxOf } from '#domain/mailbox.ts';
import { localeFor } from '#messages/languages.ts';
import { findEventType } from '../event-types/present.ts';
import { hostOperation } from '../operation.ts';
import { idParams } from '../shared/schema.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import { loadBooking } from './present.ts';
import { hostBooking, newBooking } from './schema.ts';

/** A host books for a guest, by phone for example: a time that guests are offered, confirmed at once. */
export const bookForGuestOperation = hostOperation({
  method: 'post',
  path: '/api/v1/event-types/:id/bookings',
  summary: 'Book an available time for a guest, who gets the confirmation',
  params: idParams,
  body: newBooking,
  success: { status: 201, description: 'The booking', schema: hostBooking },
  problems: ['not_found', 'slot_taken', 'slot_unavailable', 'rate_limited'],
  handle: async function bookForGuest({ em, deps, host, params, body, ctx }) {
    const eventType = await findEventType(em, host.id, params.id);
    const mayAsk = () => deps.limits.spend('changeByHost', host.id);
    const mayBook = (booking: Em) =>
      deps.limits.spendWithin(booking, ctx.ip, [
        { budget: 'bookingOfHost', whose: host.id },
        { budget: 'bookingByMailbox', whose: mailboxOf(body.guest.email) },
      ]);
    const { startsAt, guest, ...wanted } = withoutUndefined(body);
    // No page of ours has told how the guest reads dates: as the host has decided for all guests, or does.
    const fields = ['handle', 'locale', 'hourCycle', 'guestLanguage'] as const;
    const { handle, hourCycle, guestLanguage, ...reader } = await em.findOneOrFail(User, { id: host.id }, { fields });
    const locale = guestLanguage ? localeFor(guestLanguage, [reader.locale]) : reader.locale;
    const { bookingId } = await book(
      deps,
      {
        ...wanted,
        handle,
        guest: { ...guest, locale, hourCycle },
        slug: eventType.slug,
        startsAt: new Date(startsAt),
        by: 'host',
      },
      { eventType, mayAsk, mayBook },
    );
    return loadBooking(deps, host.id, bookingId);
  },
});

import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { says } from '#messages/says.ts';
import { recordEvent } from './record-event.ts';

/**
 * A further guest wants no more mails and to be forgotten: nothing of them is left, and nothing more is sent. The booking
 * stands. Leaving twice changes nothing.
 */
export async function leaveBooking(deps: CommandDeps, { id, booking: bookingId }: FurtherGuest): Promise<void> {
  await changeBooking(deps, { bookingId }, async (em, booking, now) => {
    const guest = await em.findOne(FurtherGuest, { id });
    if (guest === null) return null;
    await em.nativeDelete(EmailDelivery, { about: id });
    em.remove(guest);
    recordEvent(em, booking, { at: now, actor: 'guest', kind: 'guest_left', sentence: says('said.guest_left') });
    return null;
  });
}

import { FurtherGuest } from '#db/entities/further-guest.ts';
import { REMOVED } from '#domain/outbox.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { enqueueMailToFurtherGuest } from './enqueue-mail.ts';
import { change } from './record-event.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/**
 * The host removes a further guest: if they know of the meeting they are told, and it leaves their calendar; then nothing
 * of them is kept. Removing twice changes nothing.
 * @throws Refusal as `changeBooking`
 */
export async function removeFurtherGuest(
  deps: CommandDeps,
  input: BookingChange & { readonly hostId: string; readonly guestId: string },
): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const guest = await em.findOne(FurtherGuest, { id: input.guestId, booking: booking.id });
    if (guest === null) throw new Refusal('not_found', says('said.guest_not_found'));
    if (guest.removedAt) return null;
    guest.removedAt = now;
    // A file under the number of the one before would be ignored.
    booking.icsSequence += 1;
    change(em, booking, { at: now, actor: 'host', kind: 'guest_removed', sentence: says('said.guest_removed') });
    if (booking.status === 'confirmed')
      await enqueueMailToFurtherGuest(em, booking, guest.id, {
        kind: 'cancelled',
        cause: `${REMOVED}${booking.revision}`,
        now,
      });
    return 'guestRemoved';
  });
}

import type { Booking } from '#db/entities/booking.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { recordEvent } from './record-event.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

type ByHost = BookingChange & { readonly hostId: string };

/**
 * The host notes that the guest did not come, or takes that back. Sends no mail; the booking stays as it is.
 * @throws Refusal as `changeBooking`, `invalid_transition` before the meeting begins or where it did not take place
 */
export async function markNoShow(deps: CommandDeps, input: ByHost & { noShow: boolean }): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    if (!hasTakenPlace(booking, now)) throw new Refusal('invalid_transition', says('said.no_no_show_yet'));
    if ((booking.noShowAt != null) === input.noShow) return null;
    booking.noShowAt = input.noShow ? now : null;
    recordEvent(em, booking, {
      at: now,
      actor: 'host',
      ...(input.noShow
        ? { kind: 'no_show', sentence: says('said.no_show') }
        : { kind: 'no_show_undone', sentence: says('said.no_show_undone') }),
    });
    if (input.noShow) await queueBookingEvent(em, booking, 'booking.no_show', now);
    return null;
  });
}

const hasTakenPlace = ({ status, startsAt }: Booking, now: Date): boolean =>
  (status === 'confirmed' || status === 'completed') && startsAt <= now;

/** Keeps what the host writes down about a booking, in place of what was there. @throws Refusal as `changeBooking` */
export async function keepNotes(deps: CommandDeps, input: ByHost & { notes: string }): Promise<void> {
  await changeBooking(deps, input, async (_em, booking) => {
    booking.hostNotes = input.notes;
    return null;
  });
}

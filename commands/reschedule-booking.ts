import { EventType } from '#db/entities/event-type.ts';
import { holdEnd, transition } from '#domain/booking-transitions.ts';
import { acceptTime } from './accept-time.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import { letConferenceActAnew } from './conference-wish.ts';
import type { CommandDeps } from './deps.ts';
import { moveBooking } from './move-booking.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { notPossible } from './not-possible.ts';
import { change } from './record.ts';

/**
 * Guest or host moves a booking to another offered time; asking for the time it has changes nothing. By the guest, on a
 * type that asks for confirmation, a confirmed booking becomes pending again and its meeting stays as it is meanwhile.
 * @throws Refusal as `changeBooking`, `invalid_transition`, `slot_taken`, `slot_unavailable`
 */
export async function rescheduleBooking(
  deps: CommandDeps,
  input: BookingChange & { actor: 'host' | 'guest'; startsAt: Date },
): Promise<void> {
  const { actor, startsAt } = input;
  await changeBooking(deps, input, async (em, booking, now) => {
    const sameTime = booking.startsAt.getTime() === startsAt.getTime();
    const hasBegun = booking.startsAt <= now;
    const next = transition(booking.status, {
      type: 'reschedule',
      by: actor,
      requiresConfirmation: booking.requiresConfirmation,
      sameTime,
      hasBegun,
    });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused') throw notPossible(booking, hasBegun, 'moved');
    const eventType = await em.findOneOrFail(EventType, { id: booking.eventType });
    await acceptTime(em, eventType, startsAt, now, booking);
    const asksAgain = booking.status === 'confirmed' && next.status === 'pending';
    moveBooking(booking, startsAt, now);
    if (asksAgain) booking.pendingSince = now;
    booking.status = next.status;
    if (booking.pendingSince && next.status === 'pending')
      booking.holdEndsAt = new Date(
        holdEnd({
          pendingSince: booking.pendingSince.getTime(),
          holdMinutes: booking.holdMinutes,
          startsAt: startsAt.getTime(),
        }),
      );
    change(
      em,
      booking,
      { at: now, actor, kind: 'rescheduled', text: 'Moved the booking to another time.' },
      'reschedule',
    );
    await letConferenceActAnew(em, booking.id);
    const kind = next.status === 'pending' ? 'pending' : 'rescheduled';
    await enqueueMail(em, booking, { kind, cause: `revision-${booking.revision}`, to: ['guest', 'host'], now });
    return 'reschedule';
  });
}

import { transition } from '#domain/booking-transitions.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import { letConferenceActAnew } from './conference-wish.ts';
import type { CommandDeps } from './deps.ts';
import { wishForMeeting } from './meeting-wish.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { change } from './record.ts';
import { Refusal } from './refusal.ts';

/**
 * The host accepts a pending booking. Confirming twice changes nothing.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function confirmBooking(deps: CommandDeps, input: HostChange): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const next = transition(booking.status, {
      type: 'confirm',
      holdIsOver: Boolean(booking.holdEndsAt && booking.holdEndsAt <= now),
    });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused')
      throw new Refusal('invalid_transition', `This booking is ${booking.status} and cannot be confirmed.`);
    const wasConfirmedBefore = Boolean(booking.confirmedAt);
    booking.status = next.status;
    booking.confirmedAt ??= now;
    booking.holdEndsAt = null;
    booking.pendingSince = null;
    booking.scheduledAt = now;
    change(
      em,
      booking,
      { id: input.operation, at: now, actor: actorOf(input), kind: 'confirmed', text: 'Confirmed the booking.' },
      'confirm',
    );
    await letConferenceActAnew(em, booking.id);
    if (!wasConfirmedBefore) await wishForMeeting(em, deps, booking, now);
    const cause = `revision-${booking.revision}`;
    const to = ['guest', 'host'] as const;
    if (wasConfirmedBefore) await enqueueMail(em, booking, { kind: 'rescheduled', cause, to, now });
    else await enqueueMail(em, booking, { kind: 'confirmed', cause, to, now, dueAt: booking.linkWaitUntil ?? now });
    return 'confirm';
  });
}

import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import { holdEnd, standingOf, transition } from '#domain/booking-transitions.ts';
import { type HourCycle, hourCycleOf } from '#domain/locale.ts';
import type { Em } from '#db/host-transaction.ts';
import { asBooked } from './durations.ts';
import { acceptTime } from './accept-time.ts';
import { type BookingChange, changeBooking } from './change-booking.ts';
import { resetConferenceBackoff } from './request-conference.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';
import { moveBooking, sayWhy } from './move-booking.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { checkChangeNotice, checkReason, notPossible } from './not-possible.ts';
import { keepTime, proposeTime } from './proposal.ts';
import { change } from './record-event.ts';

type Mover = 'host' | 'guest';

export interface Rescheduling extends BookingChange {
  readonly actor: Mover;
  readonly startsAt: Date;
  /** By which the guest chose the time: from then on their mails are written so. A locale brings its clock along. */
  readonly timeZone?: string;
  readonly locale?: string;
  readonly hourCycle?: HourCycle;
  /** What who moves the booking tells the other about it. */
  readonly reason?: string;
}

/**
 * Guest or host moves a booking to another offered time; asking for the time it has changes nothing. By the guest, on a
 * type that asks for confirmation, a confirmed booking keeps its time until the host confirms the new one, which is held
 * meanwhile; asking for the present time withdraws that proposal.
 * @throws Refusal as `changeBooking`, `invalid_transition`, `too_late_to_change`, `slot_taken`, `slot_unavailable`,
 * `validation_failed` without a reason
 */
export async function rescheduleBooking(deps: CommandDeps, input: Rescheduling): Promise<void> {
  const { actor, startsAt } = input;
  await changeBooking(deps, input, async (em, booking, now) => {
    const hasBegun = booking.startsAt <= now;
    const next = transition(standingOf(booking), {
      type: 'reschedule',
      by: actor,
      requiresConfirmation: booking.requiresConfirmation,
      sameTime: booking.startsAt.getTime() === startsAt.getTime(),
      sameProposal: booking.proposedStartsAt?.getTime() === startsAt.getTime(),
      hasBegun,
    });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused') throw notPossible(booking, hasBegun, 'moved');
    if (next.kind === 'keep') return keepTime(em, booking, { outcome: 'withdrawn', actor, now });
    checkChangeNotice(booking, actor, now);
    checkReason(booking, actor, input.reason);
    const eventType = await em.findOneOrFail(EventType, { id: booking.eventType });
    await acceptTime(em, asBooked(eventType, booking), startsAt, now, { moving: booking });
    writeAs(booking, input);
    if (next.kind === 'propose') await proposeTime(em, booking, input, now);
    else await move(em, booking, { ...input, now });
    return 'reschedule';
  });
}

function writeAs(booking: Booking, { timeZone, locale, hourCycle }: Rescheduling): void {
  const isOtherLocale = locale !== undefined && locale !== booking.guestLocale;
  booking.guestTimeZone = timeZone ?? booking.guestTimeZone;
  booking.guestHourCycle = hourCycle ?? (isOtherLocale ? hourCycleOf(locale) : booking.guestHourCycle);
  booking.guestLocale = locale ?? booking.guestLocale;
}

/** The booking keeps its status: a request that moves still waits for its host, and no longer than before. */
async function move(em: Em, booking: Booking, { actor, startsAt, reason, now }: Rescheduling & { now: Date }) {
  const { status, pendingSince, holdMinutes } = booking;
  moveBooking(booking, startsAt, now);
  sayWhy(booking, reason, actor);
  if (status === 'pending' && pendingSince)
    booking.holdEndsAt = new Date(
      holdEnd({ pendingSince: pendingSince.getTime(), holdMinutes, startsAt: startsAt.getTime() }),
    );
  change(em, booking, { at: now, actor, kind: 'rescheduled', sentence: says('said.rescheduled') });
  await resetConferenceBackoff(em, booking.id);
  const cause = `revision-${booking.revision}`;
  // Further guests hear of a request once it is confirmed.
  if (status === 'pending') await enqueueMail(em, booking, { kind: 'pending', cause, to: ['guest', 'host'], now });
  else await enqueueMail(em, booking, { kind: 'rescheduled', cause, to: EVERYONE, now });
  await queueBookingEvent(em, booking, 'booking.rescheduled', now);
}

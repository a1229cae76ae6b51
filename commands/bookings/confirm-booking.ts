import type { Booking } from '#db/entities/booking.ts';
import type { Actor } from '#domain/booking.ts';
import { standingOf, transition } from '#domain/booking-transitions.ts';
import type { Em } from '#db/host-transaction.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';
import { requestConference, resetConferenceBackoff } from './request-conference.ts';
import { moveBooking } from './move-booking.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { notAnswerable } from './not-possible.ts';
import { change } from './record-event.ts';

/**
 * The host accepts a pending booking, or the time that the guest of a confirmed one proposes. Confirming twice changes
 * nothing.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function confirmBooking(deps: CommandDeps, input: HostChange): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    const next = transition(standingOf(booking), {
      type: 'confirm',
      holdIsOver: Boolean(booking.holdEndsAt && booking.holdEndsAt <= now),
      proposalIsOver: Boolean(booking.proposalOutcome),
    });
    if (next.kind === 'same') return null;
    if (next.kind === 'refused') throw notAnswerable(booking, 'confirmed');
    const happening = { id: input.operation, at: now, actor: actorOf(input) };
    if (next.kind === 'accept' && booking.proposedStartsAt)
      await acceptProposal(em, booking, booking.proposedStartsAt, happening);
    else await accept(em, deps, booking, happening);
    return 'confirm';
  });
}

/** Who confirms, and when; the id of an operator's command. */
interface Word {
  readonly id: string | undefined;
  readonly at: Date;
  readonly actor: Actor;
}

async function accept(em: Em, deps: CommandDeps, booking: Booking, word: Word): Promise<void> {
  const now = word.at;
  booking.status = 'confirmed';
  booking.confirmedAt = now;
  booking.holdEndsAt = null;
  booking.pendingSince = null;
  booking.scheduledAt = now;
  change(em, booking, { ...word, kind: 'confirmed', sentence: says('said.confirmed') });
  await resetConferenceBackoff(em, booking.id);
  await requestConference(em, deps, booking, now);
  const dueAt = booking.linkWaitUntil ?? now;
  await enqueueMail(em, booking, {
    kind: 'confirmed',
    cause: `revision-${booking.revision}`,
    to: EVERYONE,
    now,
    dueAt,
  });
  await queueBookingEvent(em, booking, 'booking.confirmed', now);
}

async function acceptProposal(em: Em, booking: Booking, startsAt: Date, word: Word): Promise<void> {
  const now = word.at;
  moveBooking(booking, startsAt, now);
  const sentence = says('said.proposal_confirmed');
  change(em, booking, { ...word, kind: 'proposal_confirmed', sentence });
  await resetConferenceBackoff(em, booking.id);
  await enqueueMail(em, booking, { kind: 'rescheduled', cause: `revision-${booking.revision}`, to: EVERYONE, now });
  await queueBookingEvent(em, booking, 'booking.rescheduled', now);
}

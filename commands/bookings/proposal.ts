import type { Actor, ProposalOutcome } from '#domain/booking.ts';
import { holdEnd } from '#domain/booking-transitions.ts';
import { proposalCause } from '#domain/proposal-mails.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import type { BookingSignal } from '#workflows/signals.ts';
import { says, type Sentence } from '#messages/says.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { clearProposal } from './clear-proposal.ts';
import { sayWhy, timesAt } from './move-booking.ts';
import { change } from './record-event.ts';

/**
 * The guest of a confirmed booking asks for another time, which the caller has accepted as free: it is held beside the
 * booking's own until the host answers. Another proposal replaces the former one and does not restart the wait.
 */
export async function proposeTime(
  em: Em,
  booking: Booking,
  { startsAt, reason }: { readonly startsAt: Date; readonly reason?: string },
  now: Date,
): Promise<void> {
  const { blockedFrom, blockedUntil } = timesAt(booking, startsAt);
  const pendingSince = booking.proposedStartsAt && booking.pendingSince ? booking.pendingSince : now;
  booking.proposedStartsAt = startsAt;
  booking.proposedBlockedFrom = blockedFrom;
  booking.proposedBlockedUntil = blockedUntil;
  booking.proposalOutcome = null;
  sayWhy(booking, reason, 'guest');
  booking.rescheduleAskedAt = null;
  booking.pendingSince = pendingSince;
  booking.holdEndsAt = new Date(
    holdEnd({
      pendingSince: pendingSince.getTime(),
      holdMinutes: booking.holdMinutes,
      startsAt: startsAt.getTime(),
      presentStartsAt: booking.startsAt.getTime(),
    }),
  );
  const sentence = says('said.proposed');
  change(em, booking, { at: now, actor: 'guest', kind: 'proposed', sentence });
  await mailAbout(em, booking, 'proposed', startsAt, now);
}

interface Kept {
  readonly outcome: ProposalOutcome;
  /** Of an operator's command. */
  readonly id?: string | undefined;
  readonly actor: Actor;
  /** What the host wrote to the guest about it. */
  readonly reason?: string | null;
  readonly now: Date;
}

const SAYS: Record<ProposalOutcome, { readonly sentence: Sentence; readonly signal: BookingSignal }> = {
  declined: { sentence: says('said.proposal_declined'), signal: 'decline' },
  expired: {
    sentence: says('said.proposal_expired'),
    signal: 'expired',
  },
  withdrawn: { sentence: says('said.proposal_withdrawn'), signal: 'reschedule' },
};

/** A proposal ends and the booking keeps its time. Returns the signal to send. */
export async function keepTime(
  em: Em,
  booking: Booking,
  { outcome, id, actor, reason = null, now }: Kept,
  write: typeof change = change,
): Promise<BookingSignal> {
  const { proposedStartsAt } = booking;
  const { sentence, signal } = SAYS[outcome];
  clearProposal(booking);
  booking.proposalOutcome = outcome;
  booking.reason = reason;
  booking.reasonBy = reason === null ? null : actor;
  write(em, booking, { id, at: now, actor, kind: `proposal_${outcome}`, sentence });
  if (proposedStartsAt) await mailAbout(em, booking, `proposal_${outcome}`, proposedStartsAt, now);
  return signal;
}

async function mailAbout(em: Em, booking: Booking, kind: string, proposed: Date, now: Date): Promise<void> {
  const cause = proposalCause(proposed.getTime(), booking.revision);
  await enqueueMail(em, booking, { kind, cause, to: ['guest', 'host'], now });
}

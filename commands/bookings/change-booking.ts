import { LockMode } from '@mikro-orm/postgresql';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { type Em, hostTransaction, isOverlap } from '#db/host-transaction.ts';
import { dueEvent } from '#domain/booking-transitions.ts';
import type { BookingSignal } from '#workflows/signals.ts';
import { TAKEN } from './accept-time.ts';
import { deliverBooking, deliverExpired } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { endOverdue, expireOverdueHolds } from './end-overdue.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

export interface BookingChange {
  readonly bookingId: string;
  /** Given where a host acts: another host's booking is not found. */
  readonly hostId?: string;
  /** The revision the caller has seen; an outdated one is refused, unless the booking is as asked already. */
  readonly revision?: number;
  /** Given where the operator acts: the command's id, by which it is carried out once. */
  readonly operation?: string;
}

/** A change that is the host's to make, and the operator's on the host's behalf. */
export type HostChange = BookingChange & ({ readonly hostId: string } | { readonly operation: string });

/** Who makes a change of the host's. */
export const actorOf = ({ operation }: HostChange): 'host' | 'operator' =>
  operation === undefined ? 'host' : 'operator';

type Work = (em: Em, booking: Booking, now: Date) => Promise<BookingSignal | null>;

/**
 * Changes one booking: one transaction under its host's lock, then its signal. `work` returns the signal to send, or
 * null where the booking is already as asked.
 * @throws Refusal `not_found`, `stale`, `slot_taken`, or what `work` refuses
 */
export async function changeBooking(deps: CommandDeps, asked: BookingChange, work: Work): Promise<void> {
  const sendSignals = await commitChange(deps, asked, work);
  await sendSignals();
}

/** The same up to the commit; returns what sends the signals, for who changes many bookings and waits for Temporal once. */
export async function commitChange(
  deps: CommandDeps,
  { bookingId, hostId, revision, operation }: BookingChange,
  work: Work,
): Promise<() => Promise<void>> {
  const fields = ['host', 'status', 'proposedStartsAt', 'holdEndsAt', 'endsAt'] as const;
  const owner = await deps.orm.em.fork().findOne(Booking, { id: bookingId }, { fields });
  if (owner === null || (hostId !== undefined && owner.host !== hostId)) throw notFound();
  const isEndedNow = dueEvent(owner, deps.now()) !== null;
  if (isEndedNow) await endOverdue(deps, owner);
  try {
    const { booking, signal, expired } = await hostTransaction(deps.orm, owner.host, async (em) => {
      const now = deps.now();
      const expired = await expireOverdueHolds(em, owner.host, now);
      const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (booking === null || booking.erasedAt) throw notFound();
      // No caller can have seen the revision of an end that this call has just recorded.
      const isStale = revision !== undefined && revision !== booking.revision && !isEndedNow;
      const isDone = operation !== undefined && (await em.count(BookingEvent, { id: operation })) > 0;
      const signal = isDone
        ? null
        : await work(em, booking, now).catch((error: unknown) => {
            throw isStale && error instanceof Refusal ? stale() : error;
          });
      // A change that is already made is no conflict, even with an old revision; any other one is undone.
      if (isStale && signal !== null) throw stale();
      await em.flush();
      return { booking, signal, expired: expired.filter((other) => other.id !== bookingId || signal === null) };
    });
    return async () => {
      await Promise.all([
        signal === null ? undefined : deliverBooking(deps, booking, signal),
        deliverExpired(deps, expired),
      ]);
    };
  } catch (error) {
    if (isOverlap(error)) throw new Refusal('slot_taken', TAKEN);
    throw error;
  }
}

function stale(): Refusal {
  return new Refusal('stale', says('said.booking_changed'));
}

function notFound(): Refusal {
  return new Refusal('not_found', says('said.booking_not_found'));
}

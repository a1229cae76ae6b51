import type { AddedGuest } from '#domain/further-guests.ts';
import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction, isDangling, isOverlap } from '#db/host-transaction.ts';
import { deliverBooking, deliverExpired } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { acceptTime, isSlotTaken, TAKEN } from './accept-time.ts';
import { timesOf } from './booking-times.ts';
import { expireOverdueHolds } from './end-overdue.ts';
import { type Attempt, findEarlier, keepKey } from './idempotency.ts';
import { insertBooking } from './insert-booking.ts';
import { asChosen, type BookInput, checkInput, newBooking } from './new-booking.ts';
import { type Offer, readOffer, takesNone } from './read-offer.ts';
import { useBookingLink } from './use-booking-link.ts';

interface Given {
  /** The event type, where the caller has just found it. */
  readonly eventType?: EventType;
  /** The id of the link by which the guest books in any visibility of the event type. */
  readonly link?: string | undefined;
  /** Refuses by throwing who asks too often; not asked where the time is taken anyway or an earlier success is told again. */
  readonly mayAsk?: () => Promise<void>;
  /**
   * Refuses by throwing, in the transaction that books and under the host's lock: what it writes is undone where nothing
   * is booked. Not asked where an earlier success is told again.
   */
  readonly mayBook?: (em: Em, eventType: EventType) => Promise<void>;
}

/** A booking as it was committed, and what it was made of. */
export interface Made {
  readonly booking: Readonly<Booking>;
  readonly offer: Offer;
  readonly guests: readonly AddedGuest[];
}

interface Booked {
  readonly bookingId: string;
  readonly replayed: boolean;
  /** Null where an earlier success is told again. */
  readonly made: Made | null;
}

/**
 * A guest books a time. The slot is decided here, in Postgres; everything else follows in the booking's workflow.
 * @throws Refusal `not_found`, `validation_failed`, `slot_taken`, `slot_unavailable`, `link_expired` or one about the
 * idempotency key
 */
export async function book(deps: CommandDeps, input: BookInput, given: Given = {}): Promise<Booked> {
  const em = deps.orm.em.fork();
  const eventType = given.eventType ?? (await findBookable(em, input));
  const attempt = attemptOf(eventType, input);
  const earlier = attempt && (await findEarlier(em, attempt, deps.now()));
  if (earlier) return toldAgain(earlier);
  try {
    const made = await insert(deps, eventType, input, { ...given, attempt });
    return { bookingId: made.booking.id, replayed: false, made };
  } catch (error) {
    // The first request with this key may have taken the time while this one stood in line: then its booking is ours.
    const theirs = attempt && (await findEarlier(deps.orm.em.fork(), attempt, deps.now()));
    if (theirs) return toldAgain(theirs);
    throw error;
  }
}

const toldAgain = (bookingId: string): Booked => ({ bookingId, replayed: true, made: null });

/** The event type counts by its id, since its host may rename it between two tries; a guest may change networks. */
function attemptOf(eventType: EventType, input: BookInput): Attempt | undefined {
  const { idempotencyKey: key, handle: _handle, slug: _slug, requestedFrom: _from, ...body } = input;
  return key === undefined ? undefined : { eventTypeId: eventType.id, key, body };
}

async function findBookable(em: Em, { handle, slug }: BookInput): Promise<EventType> {
  const host = await em.findOne(User, { handle, eraseAskedAt: null, emailVerified: true }, { fields: ['id'] });
  const eventType =
    host && (await em.findOne(EventType, { host: host.id, slug, visibility: { $ne: 'off' }, archivedAt: null }));
  if (!eventType) throw takesNone();
  return eventType;
}

interface Making extends Given {
  readonly attempt: Attempt | undefined;
}

async function insert(deps: CommandDeps, eventType: EventType, input: BookInput, making: Making): Promise<Made> {
  const asked = asChosen(eventType, input);
  checkInput(asked, input);
  const times = timesOf(asked, input.startsAt);
  const look = async () => {
    if (await isSlotTaken(deps.orm.em.fork(), eventType.host, times, deps.now()))
      throw new Refusal('slot_taken', TAKEN);
  };
  await look();
  await making.mayAsk?.();
  try {
    const { expired, ...made } = await hostTransaction(
      deps.orm,
      eventType.host,
      (em) => decide(em, deps, eventType, input, making),
      look,
    );
    await Promise.all([deliverBooking(deps, made.booking, 'booked'), deliverExpired(deps, expired)]);
    return made;
  } catch (error) {
    if (isOverlap(error)) throw new Refusal('slot_taken', TAKEN);
    if (isDangling(error)) throw takesNone();
    throw error;
  }
}

/** Under the host's lock: is the time offered still, and then it is taken. */
async function decide(em: Em, deps: CommandDeps, { id, host }: EventType, input: BookInput, making: Making) {
  const now = deps.now();
  const found = await readOffer(em, id, making.link !== undefined, now);
  const offer = { ...found, eventType: asChosen(found.eventType, input) };
  await making.mayBook?.(em, offer.eventType);
  const expired = offer.hasOverdueHolds ? await expireOverdueHolds(em, host, now) : [];
  await acceptTime(em, offer.eventType, input.startsAt, now, { around: offer });
  const wanted = newBooking(deps, offer, input, now);
  const booking = await insertBooking(em, wanted);
  await queueBookingEvent(em, booking, booking.status === 'pending' ? 'booking.requested' : 'booking.confirmed', now);
  if (making.link !== undefined) await useBookingLink(em, making.link, booking.id, now);
  if (making.attempt) await keepKey(em, making.attempt, booking.id, now);
  return { booking, offer, guests: wanted.guests, expired };
}

import { randomUUIDv7 } from 'node:crypto';
import { type AddedGuest, MOST_FURTHER_GUESTS } from '#domain/further-guests.ts';
import { holdEnd } from '#domain/booking-transitions.ts';
import { locationId } from '#domain/location-choice.ts';
import { DEFAULT_LOCALE, type HourCycle, hourCycleOf } from '#domain/locale.ts';
import { FIRST } from '#domain/outbox.ts';
import { Booking } from '#db/entities/booking.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction, isDangling, isOverlap } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow, readRow } from '#db/read-rows.ts';
import { acceptTime, isSlotTaken, TAKEN } from './accept-time.ts';
import { checkAnswers } from './answers.ts';
import { timesOf } from './booking-times.ts';
import { withDuration } from './durations.ts';
import { withLocation } from './locations.ts';
import { deliverBooking, deliverExpired } from '#commands/shared/deliver-signals.ts';
import { knowWebhooks, queueBookingEvent, webhooksOf } from '#commands/webhooks/queue-events.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { expireOverdueHolds } from './end-overdue.ts';
import { type Attempt, findEarlier, keepKey } from './idempotency.ts';
import { requestConference } from './request-conference.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { recordEvent } from './record-event.ts';
import { useBookingLink } from './use-booking-link.ts';
import { invalidField, Refusal } from '#commands/shared/refusal.ts';

interface Guest {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  /** By which the guest's page wrote the time; English of Europe if left out. */
  readonly locale?: string;
  /** That of the locale if left out. */
  readonly hourCycle?: HourCycle;
}

export interface BookInput {
  readonly handle: string;
  readonly slug: string;
  readonly startsAt: Date;
  /** One of the event type's lengths; its usual one if left out. */
  readonly durationMinutes?: number;
  /** One of the event type's locations by its `locationId`; needed where there are several. */
  readonly location?: string;
  readonly guest: Guest;
  readonly answers: Readonly<Record<string, string | boolean>>;
  /** Whom the guest brings along: distinct, and neither the guest nor the host (`distinctGuests`). */
  readonly guests?: readonly AddedGuest[];
  /** The number to call the guest at, where the host calls. */
  readonly phone?: string;
  readonly idempotencyKey?: string;
  /** A host who books for a guest, of whom not every answer need be known; nothing waits for a confirmation then. */
  readonly by?: 'host';
  /** The guest's network as `networkMark` writes it; kept while a request waits for its host. */
  readonly requestedFrom?: string;
}

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

/**
 * A guest books a time. The slot is decided here, in Postgres; everything else follows in the booking's workflow.
 * @throws Refusal `not_found`, `validation_failed`, `slot_taken`, `slot_unavailable`, `link_expired` or one about the
 * idempotency key
 */
export async function book(
  deps: CommandDeps,
  input: BookInput,
  given: Given = {},
): Promise<{ bookingId: string; replayed: boolean }> {
  const em = deps.orm.em.fork();
  const eventType = given.eventType ?? (await findBookable(em, input));
  const attempt = attemptOf(eventType, input);
  const earlier = attempt && (await findEarlier(em, attempt, deps.now()));
  if (earlier) return { bookingId: earlier, replayed: true };
  try {
    return { bookingId: await insert(deps, eventType, input, { ...given, attempt }), replayed: false };
  } catch (error) {
    // The first request with this key may have taken the time while this one stood in line: then its booking is ours.
    const made = attempt && (await findEarlier(deps.orm.em.fork(), attempt, deps.now()));
    if (made) return { bookingId: made, replayed: true };
    throw error;
  }
}

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

interface Found {
  readonly event_type: JsonRow;
  readonly schedule: JsonRow;
  readonly host: JsonRow;
  readonly webhooks: readonly JsonRow[];
}

/** The event type as it is once the host's lock is ours: it may have been changed or taken away meanwhile. */
async function stillBookable(em: Em, { id }: EventType, hasLink: boolean): Promise<EventType> {
  const [found] = await em.execute<Found[]>(
    `select to_jsonb(t) as event_type, to_jsonb(s) as schedule, to_jsonb(u) as host, ${webhooksOf('t.host_id')} as webhooks
       from event_types t join users u on u.id = t.host_id join schedules s on s.id = t.schedule_id
      where t.id = ? and (? or t.visibility <> 'off') and t.archived_at is null and u.erase_asked_at is null and u.email_verified`,
    [id, hasLink],
  );
  if (found === undefined) throw takesNone();
  knowWebhooks(em, found.webhooks);
  // Found again by their ids where the hours and limits are asked for.
  readRow(em, Schedule, found.schedule);
  readRow(em, User, found.host);
  return readPlainRow(em, EventType, found.event_type);
}

function takesNone(): Refusal {
  return new Refusal('not_found', 'This event type can no longer be booked.');
}

/** The event type as it is for this guest; a host who leaves the location open means the first. @throws Refusal `validation_failed` */
function asChosen(eventType: EventType, { durationMinutes, location, by }: BookInput): EventType {
  const usual = by === 'host' ? locationId(eventType.location) : undefined;
  return withLocation(withDuration(eventType, durationMinutes), location ?? usual);
}

interface Making extends Given {
  readonly attempt: Attempt | undefined;
}

async function insert(deps: CommandDeps, eventType: EventType, input: BookInput, making: Making): Promise<string> {
  const asked = asChosen(eventType, input);
  checkAnswers(askedOf(asked, input), input);
  checkGuests(asked, input);
  const times = timesOf(asked, input.startsAt);
  const look = async () => {
    if (await isSlotTaken(deps.orm.em.fork(), eventType.host, times, deps.now()))
      throw new Refusal('slot_taken', TAKEN);
  };
  await look();
  await making.mayAsk?.();
  try {
    const decide = async (em: Em) => {
      const now = deps.now();
      const current = asChosen(await stillBookable(em, eventType, making.link !== undefined), input);
      await making.mayBook?.(em, current);
      const expired = await expireOverdueHolds(em, current.host, now);
      await acceptTime(em, current, input.startsAt, now);
      const booking = await create(em, deps, current, input, now);
      if (making.link !== undefined) await useBookingLink(em, making.link, booking.id, now);
      if (making.attempt) await keepKey(em, making.attempt, booking.id, now);
      return { booking, expired };
    };
    const { booking, expired } = await hostTransaction(deps.orm, eventType.host, decide, look);
    await Promise.all([deliverBooking(deps, booking, 'booked'), deliverExpired(deps, expired)]);
    return booking.id;
  } catch (error) {
    if (isOverlap(error)) throw new Refusal('slot_taken', TAKEN);
    if (isDangling(error)) throw takesNone();
    throw error;
  }
}

/** What has to be answered: a host knows only so much of the guest. */
const askedOf = ({ questions, location }: EventType, { by }: BookInput) => ({
  location,
  questions: by === 'host' ? questions.map((question) => ({ ...question, required: false })) : questions,
});

async function create(em: Em, deps: CommandDeps, eventType: EventType, input: BookInput, now: Date): Promise<Booking> {
  const { guest, startsAt, by = 'guest' } = input;
  const asksHost = eventType.requiresConfirmation && by === 'guest';
  const { locale = DEFAULT_LOCALE } = guest;
  const booking = em.create(Booking, {
    id: randomUUIDv7(),
    host: eventType.host,
    eventType: eventType.id,
    status: asksHost ? 'pending' : 'confirmed',
    bookedBy: by,
    ...timesOf(eventType, startsAt),
    title: eventType.title,
    location: eventType.location,
    reminderMinutes: eventType.reminderMinutes,
    requiresConfirmation: eventType.requiresConfirmation,
    holdMinutes: eventType.holdMinutes,
    changeNoticeMinutes: eventType.changeNoticeMinutes,
    requiresReason: eventType.requiresReason,
    scheduledAt: now,
    guestName: guest.name,
    guestEmail: guest.email,
    guestTimeZone: guest.timeZone,
    guestLocale: locale,
    guestHourCycle: guest.hourCycle ?? hourCycleOf(locale),
    ...checkAnswers(askedOf(eventType, input), input),
    nextWakeAt: now,
    createdAt: now,
  });
  addFurtherGuests(em, booking, checkGuests(eventType, input), now);
  if (asksHost) await hold(em, booking, input, now);
  else await confirmAtOnce(em, deps, booking, now);
  await em.flush();
  const event = booking.status === 'pending' ? 'booking.requested' : 'booking.confirmed';
  await queueBookingEvent(em, booking, event, now);
  return booking;
}

/** Ids of one moment have no order of their own; sorted, they keep the guests in theirs. */
function addFurtherGuests(em: Em, booking: Booking, guests: readonly AddedGuest[], now: Date): void {
  const ids = guests.map(() => randomUUIDv7()).toSorted();
  for (const [index, id] of ids.entries()) {
    const { email = '', name = null } = guests[index] ?? {};
    em.create(FurtherGuest, { id, booking: booking.id, email, name, createdAt: now });
  }
}

/** @throws Refusal `validation_failed` where the event type allows none, or not so many */
function checkGuests({ allowsGuests }: EventType, { guests = [] }: BookInput): readonly AddedGuest[] {
  if (guests.length > 0 && !allowsGuests) throw invalidField('/guests', 'This event type takes no further guests.');
  if (guests.length > MOST_FURTHER_GUESTS)
    throw invalidField('/guests', `At most ${MOST_FURTHER_GUESTS} further guests.`);
  return guests;
}

async function hold(
  em: Em,
  booking: Booking,
  { requestedFrom = null }: { requestedFrom?: string | null },
  now: Date,
): Promise<void> {
  const { holdMinutes, startsAt } = booking;
  booking.requestedFrom = requestedFrom;
  booking.pendingSince = now;
  booking.holdEndsAt = new Date(holdEnd({ pendingSince: now.getTime(), holdMinutes, startsAt: startsAt.getTime() }));
  recordEvent(em, booking, { at: now, actor: 'guest', kind: 'booked', text: 'Asked for this time.' });
  await enqueueMail(em, booking, { kind: 'pending', cause: FIRST, to: ['guest', 'host'], now });
}

async function confirmAtOnce(em: Em, deps: CommandDeps, booking: Booking, now: Date): Promise<void> {
  booking.confirmedAt = now;
  await requestConference(em, deps, booking, now);
  recordEvent(em, booking, { at: now, actor: booking.bookedBy, kind: 'booked', text: 'Booked this time.' });
  const dueAt = booking.linkWaitUntil ?? now;
  await enqueueMail(em, booking, { kind: 'confirmed', cause: FIRST, to: EVERYONE, now, dueAt });
}

import { randomUUIDv7 } from 'node:crypto';
import { type AddedGuest, MOST_FURTHER_GUESTS } from '#domain/further-guests.ts';
import { holdEnd } from '#domain/booking-transitions.ts';
import { locationId } from '#domain/location-choice.ts';
import { DEFAULT_LOCALE, type HourCycle, hourCycleOf } from '#domain/locale.ts';
import type { EventType } from '#db/entities/event-type.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { checkAnswers } from './answers.ts';
import { timesOf } from './booking-times.ts';
import { withDuration } from './durations.ts';
import type { NewBooking } from './insert-booking.ts';
import { withLocation } from './locations.ts';
import type { Offer } from './read-offer.ts';
import { linkFor } from './request-conference.ts';

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

/** The event type as it is for this guest; a host who leaves the location open means the first. @throws Refusal `validation_failed` */
export function asChosen(eventType: EventType, { durationMinutes, location, by }: BookInput): EventType {
  const usual = by === 'host' ? locationId(eventType.location) : undefined;
  return withLocation(withDuration(eventType, durationMinutes), location ?? usual);
}

/** Holds what a guest gave against the event type `asChosen`. @throws Refusal `validation_failed` */
export function checkInput(eventType: EventType, input: BookInput) {
  return { ...checkAnswers(askedOf(eventType, input), input), guests: checkGuests(eventType, input) };
}

/** What has to be answered: a host knows only so much of the guest. */
const askedOf = ({ questions, location }: EventType, { by }: BookInput) => ({
  location,
  questions: by === 'host' ? questions.map((question) => ({ ...question, required: false })) : questions,
});

/**
 * What a guest's booking of an offer begins with; the offer's event type is as the guest has chosen it.
 * @throws Refusal `validation_failed`
 */
export function newBooking(
  deps: CommandDeps,
  { eventType, connections }: Pick<Offer, 'eventType' | 'connections'>,
  input: BookInput,
  now: Date,
): NewBooking {
  const { guest, startsAt } = input;
  const by = input.by ?? ('guest' as const);
  const { locale = DEFAULT_LOCALE } = guest;
  const { guests, ...given } = checkInput(eventType, input);
  const row = {
    id: randomUUIDv7(),
    host: eventType.host,
    eventType: eventType.id,
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
    ...given,
    nextWakeAt: now,
    createdAt: now,
  };
  if (eventType.requiresConfirmation && by === 'guest') {
    const [pendingSince, { requestedFrom = null }] = [now, input];
    const holdEndsAt = new Date(holdEnd({ ...row, pendingSince: now.getTime(), startsAt: startsAt.getTime() }));
    return {
      row: { ...row, status: 'pending', requestedFrom, pendingSince, holdEndsAt },
      guests,
      said: says('said.asked'),
      mail: { kind: 'pending', dueAt: now },
    };
  }
  const connection = connections.find(({ provider }) => provider === row.location.kind) ?? null;
  const link = linkFor(deps, row, connection, now);
  return {
    row: { ...row, status: 'confirmed', confirmedAt: now, ...link },
    guests,
    said: says('said.booked'),
    mail: { kind: 'confirmed', dueAt: link.linkWaitUntil ?? now },
  };
}

/** @throws Refusal `validation_failed` where the event type allows none, or not so many */
function checkGuests({ allowsGuests }: EventType, { guests = [] }: BookInput): readonly AddedGuest[] {
  if (guests.length > 0 && !allowsGuests) throw invalidField('/guests', says('said.no_further_guests'));
  if (guests.length > MOST_FURTHER_GUESTS)
    throw invalidField('/guests', says('said.most_guests', { most: MOST_FURTHER_GUESTS }));
  return guests;
}

import { randomUUIDv7 } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import type { Booking } from '#db/entities/booking.ts';
import { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { type Em, hostTransaction, isDuplicate, isReferenced } from '#db/host-transaction.ts';
import { locationId, OWN_PLACES } from '#domain/location-choice.ts';
import { slugify } from '#domain/handles.ts';
import { cutTo } from '#domain/names.ts';
import { usualInterval } from '#domain/slots/usual-interval.ts';
import type { ProviderRegistry } from '#providers/registry.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { invalidField, Refusal, refusingWhere } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';
import { findAffectedBookings } from './affected-bookings.ts';

/** Archived ones included. */
const MOST_EVENT_TYPES = 200;
const LONGEST_TITLE = 200;

type Rules = Pick<
  EventType,
  | 'title'
  | 'description'
  | 'durationMinutes'
  | 'furtherDurations'
  | 'slotIntervalMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'minimumNoticeMinutes'
  | 'changeNoticeMinutes'
  | 'requiresReason'
  | 'thankYou'
  | 'redirectUrl'
  | 'redirectPassesDetails'
  | 'confirmationLine'
  | 'followUpMinutes'
  | 'followUpLine'
  | 'bookingWindow'
  | 'maxPerDay'
  | 'maxPerWeek'
  | 'maxPerMonth'
  | 'location'
  | 'furtherLocations'
  | 'requiresConfirmation'
  | 'allowsGuests'
  | 'holdMinutes'
  | 'reminderMinutes'
  | 'questions'
  | 'visibility'
>;

interface NewEventType extends Omit<Rules, 'slotIntervalMinutes'> {
  readonly hostId: string;
  /** The usual one of its duration if left out. */
  readonly slotIntervalMinutes?: number | null | undefined;
  /** Made from the title if left out. */
  readonly slug?: string | undefined;
  /** The default schedule if left out. */
  readonly scheduleId?: string | undefined;
}

interface OneEventType {
  readonly hostId: string;
  readonly eventTypeId: string;
}

interface Changes extends Partial<Rules> {
  readonly slug?: string;
  readonly scheduleId?: string;
  readonly archived?: boolean;
  /** False turns it off; true makes it live where it was off. `visibility` says it exactly. */
  readonly published?: boolean;
}

/** Adds an event type. @throws Refusal `validation_failed`, `invalid_transition` where there are too many */
export function createEventType(deps: CommandDeps, input: NewEventType): Promise<EventType> {
  const { hostId, scheduleId, slug, slotIntervalMinutes = usualInterval(input.durationMinutes), ...rules } = input;
  checkLocations(deps.providers, rules);
  return writeEventType(deps, hostId, async (em) => {
    await checkEventTypeLimit(em, hostId);
    return em.create(EventType, {
      ...rules,
      slotIntervalMinutes,
      id: randomUUIDv7(),
      host: hostId,
      schedule: (await findSchedule(em, hostId, scheduleId)).id,
      slug: slug ?? (await freeSlug(em, hostId, rules.title)),
      position: await lastPosition(em, hostId),
    });
  });
}

/**
 * Changes, publishes or archives an event type; lists and objects are replaced whole, and existing bookings stay as they
 * are. Told are those that the hours of another schedule do not cover. @throws Refusal `not_found`, `validation_failed`
 */
export function updateEventType(
  deps: CommandDeps,
  input: OneEventType & Changes,
): Promise<{ readonly eventType: EventType; readonly affected: readonly Booking[] }> {
  const { hostId, eventTypeId, scheduleId, archived, published, ...rules } = input;
  return writeEventType(deps, hostId, async (em) => {
    const eventType = await lockEventType(em, hostId, eventTypeId);
    const affected = scheduleId === undefined ? [] : await takeSchedule(em, eventType, scheduleId, deps.now());
    if (published === false || (published === true && eventType.visibility === 'off'))
      eventType.visibility = published ? 'live' : 'off';
    Object.assign(eventType, rules);
    if (rules.location ?? rules.furtherLocations) checkLocations(deps.providers, eventType);
    if (archived !== undefined) eventType.archivedAt = archived ? (eventType.archivedAt ?? deps.now()) : null;
    return { eventType, affected };
  });
}

/** Copies an event type; the copy is off. @throws Refusal `not_found`, `invalid_transition` where there are too many */
export function duplicateEventType(deps: CommandDeps, { hostId, eventTypeId }: OneEventType): Promise<EventType> {
  return writeEventType(deps, hostId, async (em) => {
    const { createdAt: _created, updatedAt: _updated, ...original } = await lockEventType(em, hostId, eventTypeId);
    await checkEventTypeLimit(em, hostId);
    return em.create(EventType, {
      ...original,
      id: randomUUIDv7(),
      title: cutTo(`${original.title} (copy)`, LONGEST_TITLE),
      slug: await freeSlug(em, hostId, `${original.slug}-copy`),
      visibility: 'off',
      position: await lastPosition(em, hostId),
      archivedAt: null,
    });
  });
}

/** Deletes an event type that was never booked. @throws Refusal `not_found`, `invalid_transition` for one that was */
export function deleteEventType(deps: CommandDeps, { hostId, eventTypeId }: OneEventType): Promise<void> {
  const deleting = hostTransaction(deps.orm, hostId, async (em) => {
    em.remove(await lockEventType(em, hostId, eventTypeId));
  });
  const booked = new Refusal('invalid_transition', says('said.event_type_booked'));
  return refusingWhere(isReferenced, deleting, booked);
}

/** One write under the host's lock. @throws Refusal `validation_failed` where another event type has the address */
function writeEventType<T>(deps: CommandDeps, hostId: string, work: (em: Em) => Promise<T>): Promise<T> {
  const slugTaken = invalidField('/slug', says('said.slug_taken'));
  return refusingWhere(isDuplicate, hostTransaction(deps.orm, hostId, work), slugTaken);
}

async function lockEventType(em: Em, hostId: string, id: string): Promise<EventType> {
  const eventType = await em.findOne(EventType, { id, host: hostId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (eventType === null) throw new Refusal('not_found', says('said.event_type_not_found'));
  return eventType;
}

async function checkEventTypeLimit(em: Em, hostId: string): Promise<void> {
  if ((await em.count(EventType, { host: hostId })) < MOST_EVENT_TYPES) return;
  throw new Refusal('invalid_transition', says('said.most_event_types', { most: MOST_EVENT_TYPES }));
}

/** Each kind has to be a provider's id or one of our own places, and guests must be able to tell them apart. */
function checkLocations(
  providers: ProviderRegistry,
  { location, furtherLocations }: Pick<Rules, 'location' | 'furtherLocations'>,
): void {
  const seen = new Set<string>();
  for (const [index, one] of [location, ...(furtherLocations ?? [])].entries()) {
    const pointer = index === 0 ? '/location' : `/furtherLocations/${index - 1}`;
    const isOwn = OWN_PLACES.includes(one.kind);
    if (!isOwn && providers.get(one.kind) === undefined)
      throw invalidField(`${pointer}/kind`, says('said.no_location'));
    if (seen.has(locationId(one)))
      throw isOwn
        ? invalidField(`${pointer}/label`, says('said.location_alike'))
        : invalidField(`${pointer}/kind`, says('said.location_twice'));
    seen.add(locationId(one));
  }
}

/** The schedule asked for, which has to be the host's own, or the default one. */
async function findSchedule(em: Em, hostId: string, wanted: string | undefined): Promise<Schedule> {
  const where = wanted === undefined ? { host: hostId } : { host: hostId, id: wanted };
  const schedule = await em.findOne(Schedule, where, { orderBy: { isDefault: 'desc', id: 'asc' } });
  if (schedule === null)
    throw invalidField(
      '/scheduleId',
      wanted === undefined ? says('said.no_schedule') : says('said.schedule_not_found'),
    );
  return schedule;
}

/** Has an event type booked by the hours of a schedule; returns the bookings that they do not cover. */
async function takeSchedule(em: Em, eventType: EventType, scheduleId: string, now: Date): Promise<Booking[]> {
  const { id, host: hostId } = eventType;
  const former = await findSchedule(em, hostId, eventType.schedule);
  const hours = await findSchedule(em, hostId, scheduleId);
  eventType.schedule = hours.id;
  return findAffectedBookings(em, { hostId, now }, new Map([[id, { former, hours }]]));
}

/** Where the host's list ends: the next one stands behind the others, as the newest of its place. */
async function lastPosition(em: Em, hostId: string): Promise<number> {
  const last = await em.findOne(EventType, { host: hostId }, { orderBy: { position: 'desc' }, fields: ['position'] });
  return last?.position ?? 0;
}

/** A slug made from a title that none of the host's event types has. */
async function freeSlug(em: Em, hostId: string, title: string): Promise<string> {
  const base = slugify(title, 50) || 'meeting';
  const rows = await em.find(EventType, { host: hostId, slug: { $like: `${base}%` } }, { fields: ['slug'] });
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

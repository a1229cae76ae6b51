import { findBookingByToken } from '#commands/bookings/guest-token.ts';
import { asBooked } from '#commands/bookings/durations.ts';
import { intervalOf, loadAvailability } from '#commands/bookings/availability.ts';
import { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { nameInAddress } from '#domain/handles.ts';
import { bookableDates } from '#domain/slots/refusals.ts';
import { offeredSlots } from '#domain/slots/slots.ts';
import type { Call } from '../operation.ts';
import { partOf, readPoints } from '../shared/days.ts';
import { findHost, findOffered } from './find-public.ts';

type Asking = Call<unknown, unknown, unknown>;

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** Token of a booking that is to be moved: its own time counts as free, and it keeps its length. */
  readonly booking?: string | undefined;
}

/** Times that can be booked. */
export interface Starts {
  /** Epoch milliseconds, in order. */
  readonly starts: readonly number[];
  readonly durationMinutes: number;
  /** The first date left out; null where none is. */
  readonly nextDate: string | null;
}

/** The times a guest can choose on dates of the guest's zone: as many dates as one answer may hold. */
export async function loadStarts(
  { em, deps, now }: Pick<Asking, 'em' | 'deps' | 'now'>,
  eventType: EventType,
  { booking: token, ...dates }: Asked,
): Promise<Starts> {
  const own = token === undefined ? null : await findBookingByToken(em, deps.config, token, now);
  const moving = own?.host === eventType.host ? own : undefined;
  const wanted = moving === undefined ? eventType : asBooked(eventType, moving);
  const { nextDate, ...range } = partOf(dates, intervalOf(wanted));
  const question = await loadAvailability(em, wanted, { ...range, moving }, now);
  return { starts: offeredSlots(question), durationMinutes: question.rules.durationMinutes, nextDate };
}

/** Counts what was answered. @throws Problem `rate_limited`: many times cost more of the address' reads than few */
export const countTimes = ({ ctx, deps }: Pick<Asking, 'ctx' | 'deps'>, times: number): Promise<void> =>
  deps.limits.read(ctx.ip, readPoints(times));

/** From when on an event type cannot be booked any more, by its booking window; epoch milliseconds. */
export async function closesAt(
  { em, now }: Pick<Asking, 'em' | 'now'>,
  { schedule: id, bookingWindow }: EventType,
): Promise<number> {
  const schedule = await em.findOneOrFail(Schedule, { id });
  return bookableDates({ schedule, rules: { bookingWindow }, now: now.getTime() }).to;
}

/**
 * The event type whose slots are asked for: a bookable one, or that of the booking to be moved, which its guest can move
 * even after its event type was unpublished. @throws Problem `not_found`, Refusal `link_expired`
 */
export async function findTypeForSlots(
  { em, deps, now }: Pick<Asking, 'em' | 'deps' | 'now'>,
  { handle, slug, booking: token }: { handle: string; slug: string; booking?: string | undefined },
): Promise<EventType> {
  const own = token === undefined ? null : await findBookingByToken(em, deps.config, token, now);
  if (own === null) return (await findOffered({ em, deps, now }, handle, slug)).eventType;
  const host = await findHost(em, handle);
  const eventType = await em.findOne(EventType, { id: own.eventType, host: host.id, slug: nameInAddress(slug) });
  return eventType ?? (await findOffered({ em, deps, now }, handle, slug)).eventType;
}

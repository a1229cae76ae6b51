import { asBooked } from '#commands/bookings/durations.ts';
import { intervalOf, loadAvailability } from '#commands/bookings/availability.ts';
import { Booking } from '#db/entities/booking.ts';
import type { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import type { Em } from '#db/host-transaction.ts';
import { instantWriter } from '#domain/slots/iso-date.ts';
import { explainSlots } from '#domain/slots/slots.ts';
import type { z } from 'zod';
import type { HostCall } from '../operation.ts';
import { Problem } from '../problem.ts';
import { daysOf, partOf, readPoints } from '../shared/days.ts';
import type { HostSlots, hostSlotsQuery } from './schema.ts';

type Asking = Pick<HostCall<unknown, unknown, unknown>, 'ctx' | 'deps' | 'em' | 'host' | 'now'>;

/**
 * The times of an event type under their local dates, each with why it is not offered.
 * @throws Problem `rate_limited`: many times cost more of the address' reads than few
 */
export async function loadHostSlots(
  { ctx, deps, em, host, now }: Asking,
  row: EventType,
  query: z.output<typeof hostSlotsQuery>,
): Promise<HostSlots> {
  const schedule = await em.findOneOrFail(Schedule, { id: row.schedule });
  const timeZone = query.timeZone ?? schedule.timeZone;
  const moving = query.booking === undefined ? undefined : await findBooking(em, host.id, query.booking);
  const wanted = moving === undefined ? row : asBooked(row, moving);
  const { nextDate, ...range } = partOf({ ...query, timeZone }, intervalOf(wanted));
  const question = await loadAvailability(em, wanted, { ...range, moving }, now);
  const isAll = query.explain === '1' || query.explain === 'true';
  const slots = explainSlots(question).filter(({ refusal }) => isAll || refusal === null);
  await deps.limits.read(ctx.ip, readPoints(slots.length));
  const refusals = new Map(slots.map(({ startsAt, refusal }) => [startsAt, refusal]));
  const duration = question.rules.durationMinutes * 60_000;
  const [startOf, endOf] = [instantWriter(), instantWriter()];
  const days = daysOf([...refusals.keys()], timeZone, (start) => ({
    startsAt: startOf(start),
    endsAt: endOf(start + duration),
    refusal: refusals.get(start) ?? null,
  }));
  return { timeZone, days, nextDate };
}

/** The booking that is to be moved. @throws Problem `not_found` */
async function findBooking(em: Em, hostId: string, id: string): Promise<Booking> {
  const booking = await em.findOne(Booking, { id, host: hostId });
  if (booking === null) throw new Problem('not_found');
  return booking;
}

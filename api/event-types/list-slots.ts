import { intervalOf, loadAvailability } from '#commands/bookings/availability.ts';
import { Booking } from '#db/entities/booking.ts';
import { Schedule } from '#db/entities/schedule.ts';
import type { Em } from '#db/host-transaction.ts';
import { explainSlots } from '#domain/slots/slots.ts';
import { hostOperation } from '../operation.ts';
import { Problem } from '../problem.ts';
import { daysOf, iso, partOf, readPoints } from '../shared/days.ts';
import { idParams } from '../shared/schema.ts';
import { findEventType } from './find-event-type.ts';
import { hostSlots, hostSlotsQuery } from './schema.ts';

export const listHostSlots = hostOperation({
  method: 'get',
  path: '/api/v1/event-types/:id/slots',
  name: 'listHostSlots',
  summary: 'Times of an event type; with `explain=1` also those not offered, each with why',
  params: idParams,
  query: hostSlotsQuery,
  success: { status: 200, description: 'Days that have times', schema: hostSlots },
  problems: ['not_found'],
  async handle({ ctx, deps, em, host, params, query, now }) {
    const row = await findEventType(em, host.id, params.id);
    const schedule = await em.findOneOrFail(Schedule, { id: row.schedule });
    const timeZone = query.timeZone ?? schedule.timeZone;
    const { nextDate, ...range } = partOf({ ...query, timeZone }, intervalOf(row));
    const moving = query.booking === undefined ? undefined : await findBooking(em, host.id, query.booking);
    const question = await loadAvailability(em, row, { ...range, moving }, now);
    const isAll = query.explain === '1' || query.explain === 'true';
    const slots = explainSlots(question).filter(({ refusal }) => isAll || refusal === null);
    await deps.limits.read(ctx.ip, readPoints(slots.length));
    const refusals = new Map(slots.map(({ startsAt, refusal }) => [startsAt, refusal]));
    const duration = question.rules.durationMinutes * 60_000;
    const days = daysOf([...refusals.keys()], timeZone, (start) => ({
      startsAt: iso(start),
      endsAt: iso(start + duration),
      refusal: refusals.get(start) ?? null,
    }));
    return { timeZone, days, nextDate };
  },
});

/** The booking that is to be moved. @throws Problem `not_found` */
async function findBooking(em: Em, hostId: string, id: string): Promise<Booking> {
  const booking = await em.findOne(Booking, { id, host: hostId });
  if (booking === null) throw new Problem('not_found');
  return booking;
}

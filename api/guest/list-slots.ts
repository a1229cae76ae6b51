import { withDuration } from '#commands/bookings/durations.ts';
import { groupByDate } from '#domain/slots/group-by-date.ts';
import { instantWriter } from '#domain/slots/iso-date.ts';
import { MINUTE } from '#domain/slots/units.ts';
import type { z } from 'zod';
import { openOperation } from '../operation.ts';
import { daysOf } from '../shared/days.ts';
import { type CompactSlots, compactSlots, pageParams, type Slots, slots, slotsQuery } from './schema.ts';
import type { SharedAnswer } from './shared-answers.ts';
import { countTimes, findTypeForSlots, loadStarts, type Starts } from './slots.ts';

type Query = z.output<typeof slotsQuery>;

/** The one answer that whole crowds ask for: written once for all who ask the same within a second. */
export const listSlots = openOperation({
  method: 'get',
  path: '/api/v1/public/:handle/:slug/slots',
  summary: 'Available times, for at most 62 days at once',
  params: pageParams,
  query: slotsQuery,
  success: {
    status: 200,
    description: 'Days that have available times; at most a second old, and no older than the last change made here',
    schema: slots.or(compactSlots),
  },
  problems: ['not_found', 'link_expired'],
  handle: async function listSlots(call) {
    const { deps, now, params, query } = call;
    const make = async (): Promise<SharedAnswer> => {
      const published = await findTypeForSlots(call, { ...params, booking: query.booking });
      const eventType = withDuration(published, query.durationMinutes);
      const found = await loadStarts(call, eventType, query);
      const body = Buffer.from(JSON.stringify(query.form === 'compact' ? compact(found, query) : full(found, query)));
      return { hostId: eventType.host, body, count: found.starts.length };
    };
    // Who moves a booking sees its own time as free, and is alone with that.
    const question = JSON.stringify([params, query]);
    const answer = await (query.booking === undefined ? deps.slotAnswers.get(question, now, make) : make());
    await countTimes(call, answer.count);
    return answer.body;
  },
});

/** Under the dates of the guest's zone; days without times are left out. */
function full({ starts, durationMinutes, nextDate }: Starts, { timeZone }: Query): Slots {
  const duration = durationMinutes * MINUTE;
  const [startOf, endOf] = [instantWriter(), instantWriter()];
  const slotOf = (start: number) => ({ startsAt: startOf(start), endsAt: endOf(start + duration) });
  return { timeZone, days: daysOf(starts, timeZone, slotOf), nextDate };
}

function compact({ starts, durationMinutes, nextDate }: Starts, { timeZone }: Query): CompactSlots {
  const days = groupByDate(starts, timeZone).map((day) => ({
    date: day.date,
    starts: day.starts.map((start, index) => (start - (day.starts[index - 1] ?? 0)) / MINUTE),
  }));
  return { timeZone, durationMinutes, days, nextDate };
}

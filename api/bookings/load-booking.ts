import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import type { Em } from '#db/host-transaction.ts';
import { Problem } from '../problem.ts';
import { iso } from '../shared/days.ts';
import type { ApiDeps } from '../deps.ts';
import { presentBookings } from './present.ts';
import type { HostBooking } from './schema.ts';

/** Nobody's timeline is longer on the page. */
const MOST_EVENTS = 200;

/** One booking with its timeline, as it is now. @throws Problem `not_found`, also for somebody else's */
export async function loadBooking(deps: ApiDeps, hostId: string, id: string): Promise<HostBooking> {
  const em = deps.orm.em.fork() as Em;
  const row = await em.findOne(Booking, { id, host: hostId });
  if (row === null) throw new Problem('not_found');
  const [summary] = await presentBookings(em, deps, [row]);
  if (summary === undefined) throw new Problem('not_found');
  const events = await em.find(
    BookingEvent,
    { booking: id },
    { orderBy: { at: 'desc', id: 'desc' }, limit: MOST_EVENTS },
  );
  const refused = await em.find(EmailDelivery, { booking: id, state: 'refused' });
  return {
    ...summary,
    timeline: events.toReversed().map(({ at, actor, kind, text }) => ({ at: iso(at), actor, kind, text })),
    mailProblems: refused.map(({ kind, recipient, problem }) => ({
      kind,
      recipient,
      text: problem ?? 'The mail server refused it for good.',
    })),
  };
}

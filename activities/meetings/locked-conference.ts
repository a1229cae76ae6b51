import { knowWebhooks, webhooksOf } from '#commands/webhooks/queue-events.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import type { JsonRow } from '#db/read-rows.ts';
import { trackRow } from '#db/tracked-rows.ts';
import type { ActivityDeps } from '../deps.ts';

/** A booking that is to be planned within so many milliseconds anyway is not asked to be planned sooner. */
const SOON_MS = 60_000;

/**
 * Something about a meeting was stored: should its lane's end be lost, the sweep is to look at the booking. Where that is
 * to be planned within the minute anyway, its row is left alone.
 */
export function wakeSoon(booking: Booking, now: Date): void {
  if (!booking.nextWakeAt || booking.nextWakeAt.getTime() > now.getTime() + SOON_MS) booking.nextWakeAt = now;
}

interface Locked {
  readonly booking: JsonRow;
  readonly meeting: JsonRow;
  readonly webhooks: readonly JsonRow[];
}

/** Changes a meeting's row beside its booking, in one transaction, both locked, the booking first. */
export async function withLockedConference<T>(
  { orm }: Pick<ActivityDeps, 'orm'>,
  conferenceId: string,
  work: (em: Em, booking: Booking, row: Conference) => Promise<T>,
): Promise<T> {
  return orm.em.fork().transactional(async (em) => {
    const [found] = await em.execute<Locked[]>(
      // Locks come in the order in which the last line names the rows.
      `select to_json(b) as booking, to_json(c) as meeting, ${webhooksOf('b.host_id')} as webhooks
         from bookings b join conferences c on c.booking_id = b.id where c.id = ?
          for update of b, c`,
      [conferenceId],
    );
    if (found === undefined) throw new Error('A meeting is gone');
    knowWebhooks(em, found.webhooks);
    return work(em, trackRow(em, Booking, found.booking), trackRow(em, Conference, found.meeting));
  });
}

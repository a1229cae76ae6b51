import { Connection } from '#db/entities/connection.ts';
import { EventType } from '#db/entities/event-type.ts';
import { Schedule } from '#db/entities/schedule.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow, readPlainRows } from '#db/read-rows.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { knowWebhooks, webhooksOf } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';

/** An event type that can be booked, with all that a booking of it depends on but what is booked already. */
export interface Offer {
  readonly eventType: EventType;
  readonly schedule: Readonly<Schedule>;
  readonly host: Readonly<User>;
  /** The host's current ones. */
  readonly connections: readonly Readonly<Connection>[];
  /** Whether a hold of the host's has run out that is not written down yet. */
  readonly hasOverdueHolds: boolean;
}

interface Found extends Record<'event_type' | 'schedule' | 'host', JsonRow> {
  readonly connections: readonly JsonRow[] | null;
  readonly webhooks: readonly JsonRow[];
  readonly has_overdue_holds: boolean;
}

/**
 * Reads an event type as it is once the host's lock is ours: it may have been changed or taken away meanwhile. By a link
 * it can be booked in any visibility.
 * @throws Refusal `not_found`
 */
export async function readOffer(em: Em, eventTypeId: string, hasLink: boolean, now: Date): Promise<Offer> {
  const [found] = await em.execute<Found[]>(
    `select to_json(t) as event_type, to_json(s) as schedule, to_json(u) as host, ${webhooksOf('t.host_id')} as webhooks,
        (select json_agg(to_json(c)) from connections c where c.host_id = t.host_id and c.is_current) as connections,
        exists (select 1 from bookings b where b.host_id = t.host_id and b.hold_ends_at <= ?
          and (b.status = 'pending' or (b.status = 'confirmed' and b.proposed_starts_at is not null))) as has_overdue_holds
       from event_types t join users u on u.id = t.host_id join schedules s on s.id = t.schedule_id
      where t.id = ? and (? or t.visibility <> 'off') and t.archived_at is null and u.erase_asked_at is null and u.email_verified`,
    [now, eventTypeId, hasLink],
  );
  if (found === undefined) throw takesNone();
  knowWebhooks(em, found.webhooks);
  return {
    eventType: readPlainRow(em, EventType, found.event_type),
    schedule: readPlainRow(em, Schedule, found.schedule),
    host: readPlainRow(em, User, found.host),
    connections: readPlainRows(em, Connection, found.connections),
    hasOverdueHolds: found.has_overdue_holds,
  };
}

/** What is refused where nothing can be booked. */
export const takesNone = () => new Refusal('not_found', says('said.event_type_gone'));

import { knowWebhooks, webhooksOf } from '#commands/webhooks/queue-events.ts';
import { tableOf } from '#db/columns.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { FurtherGuest } from '#db/entities/further-guest.ts';
import { EventType } from '#db/entities/event-type.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { type JsonRow, readPlainRow, readPlainRows, readRows } from '#db/read-rows.ts';
import { trackRow, trackRows } from '#db/tracked-rows.ts';

/** What a transaction about a booking works on, read at once. Its booking and its meetings' rows are locked. */
export interface BookingFacts {
  readonly em: Em;
  /** The database's time, once the locks were held. */
  readonly now: Date;
  readonly booking: Booking;
  readonly host: Readonly<User>;
  readonly eventType: Readonly<EventType>;
  /** Oldest first; with those whom the host removed and who are still to be told. */
  readonly furtherGuests: FurtherGuest[];
  /** All rows of its meetings, oldest first. */
  readonly meetings: Conference[];
  /** The host's current ones, and those of the meetings. */
  readonly connections: readonly Readonly<Connection>[];
  /** Its mails, oldest first, but for those that were superseded before any server had them: of these only reminders. */
  readonly mails: EmailDelivery[];
  /** What gave it its present time; null while it was never moved. */
  readonly lastMove: Readonly<BookingEvent> | null;
  /** The newest lines of its timeline. */
  readonly events: readonly Readonly<BookingEvent>[];
}

const LOCK = `select to_json(b) as booking, ${webhooksOf('b.host_id')} as webhooks from bookings b where id = ? for update`;

/** Locks a booking; null where there is none any more. Before `readFacts`, so that these are no older than the lock. */
export async function lockBooking(em: Em, id: string): Promise<Booking | null> {
  const [row] = await em.execute<{ booking: JsonRow; webhooks: readonly JsonRow[] }[]>(LOCK, [id]);
  if (row === undefined) return null;
  knowWebhooks(em, row.webhooks);
  return trackRow(em, Booking, row.booking);
}

/** Rows as JSON; `now` is a text. */
interface FactsRow {
  readonly now: string;
  readonly host: JsonRow;
  readonly event_type: JsonRow;
  readonly further_guests: readonly JsonRow[] | null;
  readonly meetings: readonly JsonRow[] | null;
  readonly connections: readonly JsonRow[] | null;
  readonly mails: readonly JsonRow[] | null;
  readonly last_move: JsonRow | null;
  readonly events: readonly JsonRow[] | null;
}

/** So many lines of the timeline are read, newest first: what the workflow shows of the story. */
export const STORY_LINES = 12;

// Meetings are locked, so that no call is committed to between what is read here and what is decided of it. Without a `*`,
// or the statement would not be prepared (`db/preparing-client.ts`).
const factsWith = (columns: string) => `
  with meeting as (
    select c.id, c.created_at, c.connection_id, to_json(c) as row from conferences c
     where c.booking_id = ? order by c.created_at, c.id for update)
  select clock_timestamp() as now,
    (select to_json(u) from users u where u.id = ?) as host,
    (select to_json(t) from event_types t where t.id = ?) as event_type,
    (select json_agg(to_json(g) order by g.id) from further_guests g where g.booking_id = ?) as further_guests,
    (select json_agg(m.row order by m.created_at, m.id) from meeting m) as meetings,
    (select json_agg(to_json(c)) from connections c
      where (c.host_id = ? and c.is_current) or c.id in (select connection_id from meeting)) as connections,
    (select json_agg(d order by d.created_at, d.recipient, d.id) from (select ${columns} from email_deliveries
      where booking_id = ? and (state <> 'superseded' or kind = 'reminder' or handed_over_at is not null)) d) as mails,
    (select to_json(e) from booking_events e
      where e.booking_id = ? and e.kind in ('rescheduled', 'proposal_confirmed')
      order by e.revision desc, e.id desc limit 1) as last_move,
    (select json_agg(e.row) from (
      select to_json(b) as row from booking_events b where b.booking_id = ? order by b.at desc limit ${STORY_LINES}) e) as events`;

let facts: string | undefined;

/** The statement, with the columns of mails but for their content, which is large and rarely asked for. */
function factsStatement(em: Em): string {
  const mails = tableOf(em, EmailDelivery).columns.filter(({ isLazy }) => !isLazy);
  return (facts ??= factsWith(mails.map(({ column }) => column).join(', ')));
}

/** Reads what there is to know of a locked booking, in one statement. Called again, it brings every row up to date. */
export async function readFacts(em: Em, booking: Booking): Promise<BookingFacts> {
  const { id, host: hostId, eventType: typeId } = booking;
  const [row] = await em.execute<FactsRow[]>(factsStatement(em), [id, hostId, typeId, id, hostId, id, id, id]);
  if (row === undefined) throw new Error('Postgres told nothing of a booking');
  return {
    em,
    now: new Date(row.now),
    booking,
    host: readPlainRow(em, User, row.host),
    eventType: readPlainRow(em, EventType, row.event_type),
    furtherGuests: readRows(em, FurtherGuest, row.further_guests),
    meetings: trackRows(em, Conference, row.meetings),
    connections: readPlainRows(em, Connection, row.connections),
    mails: trackRows(em, EmailDelivery, row.mails),
    lastMove: row.last_move && readPlainRow(em, BookingEvent, row.last_move),
    events: readPlainRows(em, BookingEvent, row.events),
  };
}

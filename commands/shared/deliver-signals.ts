import type { BookingSignal, CalendarSignal, ConnectionSignal, WebhookSignal } from '#workflows/signals.ts';
import type { Booking } from '#db/entities/booking.ts';
import { WITHOUT_FLUSH } from '#db/no-flush.ts';
import type { Orm } from '#db/orm.ts';
import {
  BookingStatusKey,
  ConferenceStatusKey,
  HostIdKey,
  ProviderKey,
  StartsAtKey,
  WaitingForKey,
} from '#workflows/search-attributes.ts';
import { createBatcher } from './create-batcher.ts';
import type { CommandDeps } from './deps.ts';
import type { Announced } from './signals.ts';

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/** A changed booking; where more of it is known than its id, its workflow is shown by that. */
type ChangedBooking = Changed &
  Partial<Pick<Booking, 'location' | 'startsAt' | 'endsAt' | 'requiresConfirmation' | 'status' | 'host'>>;

/**
 * After the commit: signals the booking's workflow and remembers that Temporal accepted this revision. False where it has
 * not accepted it, or where the signal is not awaited.
 */
export const deliverBooking = (deps: CommandDeps, booking: ChangedBooking, signal: BookingSignal): Promise<boolean> =>
  deliver(deps, 'bookings', booking, (announced) =>
    deps.signals.booking(booking.id, signal, {
      ...announced,
      shown: shownOf(deps, booking),
      foundBy: signal === 'booked' ? foundBy(deps, booking) : undefined,
    }),
  );

/** After the commit: tells the workflows of bookings whose holds a transaction found run out. */
export async function deliverExpired(deps: CommandDeps, expired: readonly ChangedBooking[]): Promise<void> {
  await Promise.all(expired.map((booking) => deliverBooking(deps, booking, 'expired')));
}

/** As `deliverBooking`, for a connection. */
export const deliverConnection = (deps: CommandDeps, row: Changed, signal: ConnectionSignal): Promise<boolean> =>
  deliver(deps, 'connections', row, (announced) => deps.signals.connection(row.id, signal, announced));

/** As `deliverBooking`, for a calendar. */
export const deliverCalendar = (deps: CommandDeps, row: Changed, signal: CalendarSignal): Promise<boolean> =>
  deliver(deps, 'calendars', row, (announced) => deps.signals.calendar(row.id, signal, announced));

/** As `deliverBooking`, for a webhook. */
export const deliverWebhook = (deps: CommandDeps, row: Changed, signal: WebhookSignal): Promise<boolean> =>
  deliver(deps, 'webhooks', row, (announced) => deps.signals.webhook(row.id, signal, announced));

async function deliver(
  deps: CommandDeps,
  table: Table,
  row: Changed,
  send: (announced: Announced) => Promise<void>,
): Promise<boolean> {
  let isAccepted = false;
  await send({
    revision: row.revision,
    async accepted() {
      isAccepted = true;
      await noteDelivered(deps, table, row);
    },
  });
  return isAccepted;
}

type Table = 'bookings' | 'connections' | 'calendars' | 'webhooks';
type Writer = (changes: readonly Changed[]) => Promise<void>;

/** Of each database, one statement at a time and table: who books has all other connections. */
const writers = new WeakMap<Orm, Record<Table, Writer>>();
const MOST_AT_ONCE = 200;

function noteDelivered({ orm }: CommandDeps, table: Table, { id, revision }: Changed): Promise<void> {
  const writer = (name: Table) => createBatcher<Changed>((changes) => writeDelivered(orm, name, changes), MOST_AT_ONCE);
  const known = writers.get(orm) ?? {
    bookings: writer('bookings'),
    connections: writer('connections'),
    calendars: writer('calendars'),
    webhooks: writer('webhooks'),
  };
  writers.set(orm, known);
  return known[table]([{ id, revision }]);
}

/** A row that is being changed is passed over: its plan notes the same, and a newer change has a signal of its own. */
async function writeDelivered({ em }: Orm, table: Table, changes: readonly Changed[]): Promise<void> {
  await em.fork().execute(
    `with accepted as materialized (
       select t.id, a.revision from ${table} t
         join (select id, max(revision) as revision from jsonb_to_recordset(?::jsonb) as said (id uuid, revision int)
                group by id) a on a.id = t.id and a.revision > t.delivered_revision
          for no key update of t skip locked)
     update ${table} t set delivered_revision = accepted.revision from accepted
      where accepted.id = t.id and ${WITHOUT_FLUSH}`,
    [JSON.stringify(changes.map(({ id, revision }) => ({ id, revision })))],
  );
}

/** `Zoom · 30 min · asks for confirmation`, and the host's page of the booking. */
function shownOf(
  { providers, config }: CommandDeps,
  { id, location, startsAt, endsAt, requiresConfirmation }: ChangedBooking,
) {
  if (location === undefined || startsAt === undefined || endsAt === undefined) return undefined;
  const place = providers.get(location.kind)?.manifest.name ?? location.kind;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  const summary = [place, `${minutes} min`, ...(requiresConfirmation ? ['asks for confirmation'] : [])].join(' · ');
  return { summary, details: `[The host’s page of this booking](${config.PUBLIC_URL}/bookings/${id})` };
}

/** What the first plan of a new booking with a provider would publish, so that it need not (`workflows/booking-status.ts`). */
function foundBy({ providers }: CommandDeps, { host, status, location, startsAt }: ChangedBooking) {
  const provider = providers.get(location?.kind ?? '')?.manifest.id;
  if (host === undefined || status === undefined || startsAt === undefined || provider === undefined) return [];
  const isConfirmed = status === 'confirmed';
  return [
    { key: BookingStatusKey, value: status },
    { key: HostIdKey, value: host },
    { key: ProviderKey, value: provider },
    { key: StartsAtKey, value: startsAt },
    { key: ConferenceStatusKey, value: isConfirmed ? 'pending' : 'not_asked' },
    { key: WaitingForKey, value: isConfirmed ? 'provider' : 'mail' },
  ];
}

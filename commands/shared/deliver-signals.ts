import type { BookingSignal, CalendarSignal, ConnectionSignal } from '#workflows/signals.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { CommandDeps } from './deps.ts';

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/** A changed booking; where more of it is known than its id, its workflow is shown by that. */
type ChangedBooking = Changed & Partial<Pick<Booking, 'location' | 'startsAt' | 'endsAt' | 'requiresConfirmation'>>;

/**
 * After the commit: signals the booking's workflow and remembers that Temporal accepted this revision. False where it has
 * not accepted it for as long as the caller waits.
 */
export async function deliverBooking(
  deps: CommandDeps,
  booking: ChangedBooking,
  signal: BookingSignal,
): Promise<boolean> {
  let isAccepted = false;
  await deps.signals.booking(booking.id, signal, {
    revision: booking.revision,
    shown: shownOf(deps, booking),
    async accepted() {
      isAccepted = true;
      await noteDelivered(deps, 'bookings', booking);
    },
  });
  return isAccepted;
}

/** After the commit: tells the workflows of bookings whose holds a transaction found run out. */
export async function deliverExpired(deps: CommandDeps, expired: readonly ChangedBooking[]): Promise<void> {
  await Promise.all(expired.map((booking) => deliverBooking(deps, booking, 'expired')));
}

/** As `deliverBooking`, for a connection. */
export async function deliverConnection(
  deps: CommandDeps,
  connection: Changed,
  signal: ConnectionSignal,
): Promise<boolean> {
  let isAccepted = false;
  await deps.signals.connection(connection.id, signal, {
    revision: connection.revision,
    async accepted() {
      isAccepted = true;
      await noteDelivered(deps, 'connections', connection);
    },
  });
  return isAccepted;
}

/** As `deliverBooking`, for a calendar. */
export async function deliverCalendar(deps: CommandDeps, calendar: Changed, signal: CalendarSignal): Promise<boolean> {
  let isAccepted = false;
  await deps.signals.calendar(calendar.id, signal, {
    revision: calendar.revision,
    async accepted() {
      isAccepted = true;
      await noteDelivered(deps, 'calendars', calendar);
    },
  });
  return isAccepted;
}

async function noteDelivered(
  { orm }: CommandDeps,
  table: 'bookings' | 'connections' | 'calendars',
  { id, revision }: Changed,
) {
  await orm.em
    .fork()
    .execute(`update ${table} set delivered_revision = greatest(delivered_revision, ?) where id = ?`, [revision, id]);
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

import type { BookingSignal, ConnectionSignal } from '#workflows/messages.ts';
import type { CommandDeps } from './deps.ts';

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/**
 * After the commit: signals the booking's workflow and remembers that Temporal accepted this revision. False where it has
 * not accepted it for as long as the caller waits.
 */
export async function deliverBooking(deps: CommandDeps, booking: Changed, signal: BookingSignal): Promise<boolean> {
  let isAccepted = false;
  await deps.signals.booking(booking.id, signal, {
    revision: booking.revision,
    async accepted() {
      isAccepted = true;
      await noteDelivered(deps, 'bookings', booking);
    },
  });
  return isAccepted;
}

/** After the commit: tells the workflows of bookings whose holds a transaction found run out. */
export async function deliverExpired(deps: CommandDeps, expired: readonly Changed[]): Promise<void> {
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

async function noteDelivered({ orm }: CommandDeps, table: 'bookings' | 'connections', { id, revision }: Changed) {
  await orm.em
    .fork()
    .execute(`update ${table} set delivered_revision = greatest(delivered_revision, ?) where id = ?`, [revision, id]);
}

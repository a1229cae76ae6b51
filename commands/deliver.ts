import type { BookingSignal, ConnectionSignal } from '#workflows/messages.ts';
import type { CommandDeps } from './deps.ts';

interface Changed {
  readonly id: string;
  readonly revision: number;
}

/** After the commit: signals the booking's workflow and remembers that Temporal accepted this revision. */
export async function deliverBooking(deps: CommandDeps, booking: Changed, signal: BookingSignal): Promise<void> {
  await deps.signals.booking(booking.id, signal, () => noteDelivered(deps, 'bookings', booking));
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
): Promise<void> {
  await deps.signals.connection(connection.id, signal, () => noteDelivered(deps, 'connections', connection));
}

async function noteDelivered({ orm }: CommandDeps, table: 'bookings' | 'connections', { id, revision }: Changed) {
  await orm.em
    .fork()
    .execute(`update ${table} set delivered_revision = greatest(delivered_revision, ?) where id = ?`, [revision, id]);
}

import type { BookingSignal, ConnectionSignal } from '#workflows/messages.ts';
import type { CommandDeps } from './deps.ts';

/** After the commit: signals the booking's workflow and remembers that Temporal accepted this revision. */
export async function deliverBooking(
  { orm, signals }: CommandDeps,
  booking: { readonly id: string; readonly revision: number },
  signal: BookingSignal,
): Promise<void> {
  if (!(await signals.booking(booking.id, signal))) return;
  await orm.em
    .fork()
    .execute('update bookings set delivered_revision = greatest(delivered_revision, ?) where id = ?', [
      booking.revision,
      booking.id,
    ]);
}

/** The same for a connection. */
export async function deliverConnection(
  { orm, signals }: CommandDeps,
  connection: { readonly id: string; readonly revision: number },
  signal: ConnectionSignal,
): Promise<void> {
  if (!(await signals.connection(connection.id, signal))) return;
  await orm.em
    .fork()
    .execute('update connections set delivered_revision = greatest(delivered_revision, ?) where id = ?', [
      connection.revision,
      connection.id,
    ]);
}

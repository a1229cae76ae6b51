import { LockMode } from '@mikro-orm/postgresql';
import { cancelBooking } from '#commands/bookings/cancel-booking.ts';
import { confirmBooking } from '#commands/bookings/confirm-booking.ts';
import { declineBooking } from '#commands/bookings/decline-booking.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { resendBooking } from '#commands/bookings/resend-booking.ts';
import { databaseTime } from '#db/database-time.ts';
import { BookingEvent } from '#db/entities/booking-event.ts';
import { Booking } from '#db/entities/booking.ts';
import type { OperatorCommand } from '#workflows/signals.ts';
import { says } from '#messages/says.ts';
import type { ActivityDeps } from './deps.ts';

interface Operation {
  readonly command: OperatorCommand;
  /** The id of its line in the timeline, by which it is carried out once. */
  readonly id: string;
}

/** What became of an operator's command; `reason` is a sentence of ours. */
export interface Operated {
  readonly outcome: 'done' | 'refused';
  readonly reason: string | null;
}

const COMMANDS = {
  confirm: confirmBooking,
  decline: declineBooking,
  resend: resendBooking,
  cancel: (deps: ActivityDeps, change: { bookingId: string; operation: string }) =>
    cancelBooking(deps, { ...change, actor: 'operator' }),
};

/** Carries out a command that an operator gave by a signal, once; a refusal is written into the timeline. */
export async function runOperatorCommand(
  deps: ActivityDeps,
  bookingId: string,
  { command, id }: Operation,
): Promise<Operated> {
  try {
    await COMMANDS[command](deps, { bookingId, operation: id });
    return { outcome: 'done', reason: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await recordRefusal(deps, bookingId, { command, id }, error);
    return { outcome: 'refused', reason: error.message };
  }
}

async function recordRefusal(
  { orm }: ActivityDeps,
  bookingId: string,
  { command, id }: Operation,
  { message: why }: Refusal,
): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (booking === null || (await em.count(BookingEvent, { id })) > 0) return;
    const sentence = says('said.operation_refused', { command, why });
    recordEvent(em, booking, {
      id,
      at: await databaseTime(em),
      actor: 'operator',
      kind: 'operation_refused',
      sentence,
    });
  });
}

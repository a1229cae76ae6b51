import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import { actorOf, changeBooking, type HostChange } from './change-booking.ts';
import { retryConference } from './request-conference.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { findCurrentConnection } from '#commands/connections/find-connection.ts';
import { enqueueMail, EVERYONE } from './enqueue-mail.ts';
import { change } from './record-event.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

/**
 * The host sends the confirmation once more; a missing meeting is made first where it now can be.
 * @throws Refusal as `changeBooking`, `invalid_transition`
 */
export async function resendBooking(deps: CommandDeps, input: HostChange): Promise<void> {
  await changeBooking(deps, input, async (em, booking, now) => {
    if (booking.status !== 'confirmed')
      throw new Refusal('invalid_transition', says('said.not_resendable', { status: booking.status }));
    const sentence = says('said.resent');
    change(em, booking, { id: input.operation, at: now, actor: actorOf(input), kind: 'resent', sentence });
    let dueAt = now;
    const canMake = await canMakeMeeting(em, deps, booking);
    await retryConference(em, booking.id, { replace: canMake });
    if (canMake && (await missesMeeting(em, booking.id))) {
      booking.linkWanted = true;
      dueAt = new Date(now.getTime() + deps.config.LINK_WAIT_MS);
      booking.linkWaitUntil = dueAt;
    }
    await enqueueMail(em, booking, {
      kind: 'confirmed',
      cause: `resend-${booking.revision}`,
      to: EVERYONE,
      now,
      dueAt,
    });
    return 'resend';
  });
}

async function canMakeMeeting(em: Em, { providers }: CommandDeps, booking: Booking): Promise<boolean> {
  if (providers.get(booking.location.kind) === undefined || booking.manualLink) return false;
  return (await findCurrentConnection(em, booking.host, booking.location.kind))?.state === 'connected';
}

async function missesMeeting(em: Em, bookingId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from conferences where booking_id = ? and state = 'live' and join_url is not null`,
    [bookingId],
  );
  return rows.length === 0;
}

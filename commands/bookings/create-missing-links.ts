import type { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import type { BookingSignal } from '#workflows/signals.ts';
import { commitChange } from './change-booking.ts';
import { retryConference } from './request-conference.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { findCurrentConnection } from '#commands/connections/find-connection.ts';
import { change } from './record-event.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { says } from '#messages/says.ts';

interface Ask {
  readonly hostId: string;
  readonly provider: string;
}

/**
 * Asks for the meetings of all upcoming bookings that have no link; each link is mailed when it exists.
 * @throws Refusal `invalid_transition` unless connected
 */
export async function createMissingLinks(deps: CommandDeps, { hostId, provider }: Ask): Promise<{ bookings: number }> {
  const em = deps.orm.em.fork();
  const connection = await findCurrentConnection(em, hostId, provider);
  if (connection?.state !== 'connected') throw new Refusal('invalid_transition', says('said.connect_first'));
  const rows = await em.execute<{ id: string }[]>(`${WITHOUT_LINK} order by b.starts_at`, [
    hostId,
    provider,
    deps.now(),
  ]);
  const signals: (() => Promise<void>)[] = [];
  for (const { id } of rows) signals.push(await commitChange(deps, { bookingId: id }, askForLink));
  await Promise.all(signals.map((send) => send()));
  return { bookings: rows.length };
}

async function askForLink(em: Em, booking: Booking, now: Date): Promise<BookingSignal | null> {
  if (booking.status !== 'confirmed') return null;
  booking.linkWanted = true;
  await retryConference(em, booking.id, { replace: true });
  const sentence = says('said.link_requested');
  change(em, booking, { at: now, actor: 'host', kind: 'link_requested', sentence });
  return 'resend';
}

/** Upcoming confirmed bookings of a host at a provider that have no link of any kind. */
export const WITHOUT_LINK = `select b.id from bookings b
  where b.host_id = ? and b.location ->> 'kind' = ? and b.status = 'confirmed' and b.starts_at > ? and b.manual_link is null
    and not exists (select 1 from conferences c where c.booking_id = b.id and c.state = 'live' and c.join_url is not null)`;

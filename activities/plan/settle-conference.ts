import { isHeld } from '#domain/booking.ts';
import { record } from '#commands/record.ts';
import type { Booking } from '#db/entities/booking.ts';
import type { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import { reachable } from './reachable.ts';

const WEEK_MS = 7 * 86_400_000;

export interface Case {
  readonly booking: Booking;
  readonly row: Conference;
  readonly connection: Connection | null;
  readonly now: Date;
}

/** Until when a meeting's deletion is tried, epoch milliseconds: a week after its end. */
export const deletableUntil = ({ endsAt }: Booking): number => endsAt.getTime() + WEEK_MS;

/** Brings a meeting's row to the state the booking asks for, without calling anybody. */
export function settle(em: Em, { providers, config }: ActivityDeps, { booking, row, connection, now }: Case): void {
  const held = isHeld(booking.status);
  const mayReach = reachable(connection, now);
  if (row.state === 'live' && !held && booking.status !== 'completed') row.state = 'deleting';
  if (row.state === 'intended' && (!held || booking.manualLink || mayReach === 'never'))
    row.state = row.calledAt ? 'deleting' : 'deleted';
  if (row.state === 'deleted' && mayReach === 'never' && connection?.cause === 'disconnected')
    booking.linkWanted = false;
  // Called, and closed before its meeting's id was known: what the call made is searched for.
  if (row.state === 'deleted' && row.calledAt && !row.providerMeetingId)
    row.lookAgainAt ??= new Date(row.calledAt.getTime() + config.LOOK_AGAIN_MS);
  const tooLate = now.getTime() > deletableUntil(booking);
  if (mayReach === 'never' || tooLate) row.lookAgainAt = null;
  if (row.state !== 'deleting') return;
  if (mayReach !== 'never' && !tooLate) return;
  row.state = 'abandoned';
  row.lookAgainAt = null;
  const name = providers.get(row.provider)?.manifest.name ?? row.provider;
  const text = tooLate
    ? `The meeting could not be deleted at ${name} within a week.`
    : `The meeting was left at ${name}, because the account is no longer connected. Please delete it there.`;
  record(em, booking, { at: now, actor: 'system', kind: 'conference_abandoned', text });
}

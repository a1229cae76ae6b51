import { type BookingStatus, isHeld } from './booking.ts';
import { type ConferenceState, type Problem, sameTimes, timesOrNull } from './conference.ts';
import type { ConnectionCause, ConnectionState } from './connection.ts';

/** Of the connection that made a meeting, what decides whether the meeting can be reached with it. */
export interface MeetingConnection {
  readonly state: ConnectionState;
  readonly cause?: ConnectionCause | null | undefined;
  readonly isCurrent: boolean;
  readonly pausedUntil?: Date | null | undefined;
  readonly graceUntil?: Date | null | undefined;
}

/** One meeting's row with its booking and the connection that made it, at one moment. */
export interface MeetingSituation {
  readonly booking: {
    readonly status: BookingStatus;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly holdEndsAt?: Date | null | undefined;
    readonly manualLink?: string | null | undefined;
    readonly linkWanted: boolean;
  };
  readonly row: {
    readonly state: ConferenceState;
    readonly joinUrl?: string | null | undefined;
    readonly linkExpected: boolean;
    readonly problem?: Problem | null | undefined;
    readonly syncedStartsAt?: Date | null | undefined;
    readonly syncedEndsAt?: Date | null | undefined;
    readonly calledAt?: Date | null | undefined;
    readonly providerMeetingId?: string | null | undefined;
    readonly lookAgainAt?: Date | null | undefined;
    readonly writeMayLandUntil?: Date | null | undefined;
    readonly retryAt?: Date | null | undefined;
    readonly followAskedAt?: Date | null | undefined;
  };
  readonly connection: MeetingConnection | null;
  /** Whether another account of the host stands in the place of `connection` now, ready to make meetings. */
  readonly replaced: boolean;
  readonly now: Date;
}

/** A live meeting that cannot be moved until its account is connected again. */
export const ACCOUNT_DISCONNECTED: Problem = { code: 'account_disconnected' };

/** Until when a meeting's deletion is tried: a week after its end. */
export const deletableUntil = ({ endsAt }: MeetingSituation['booking']): number => endsAt.getTime() + 7 * 86_400_000;

/** How long a provider may say that a link is still being made before it counts as one that never comes. */
export const LINK_PATIENCE_MS = 3_600_000;

/**
 * Whether calls can be made with a connection: `open` (perhaps paused), `broken` until the host reconnects it, or
 * `closed` (disconnected and past its grace, or replaced by another account).
 */
export function reachOf(connection: MeetingConnection | null, now: Date): 'open' | 'broken' | 'closed' {
  if (connection === null) return 'closed';
  const isInGrace = Boolean(connection.graceUntil && connection.graceUntil > now);
  if (connection.state === 'connected' || (connection.state === 'revoked' && isInGrace)) return 'open';
  if (connection.state === 'revoked' && connection.cause !== 'uninstalled') return 'closed';
  return connection.isCurrent ? 'broken' : 'closed';
}

/** Whether the provider has confirmed the time that the booking has now. */
export function isInStep({ booking, row }: Pick<MeetingSituation, 'booking' | 'row'>): boolean {
  return sameTimes(timesOrNull(row.syncedStartsAt, row.syncedEndsAt), timesOrNull(booking.startsAt, booking.endsAt));
}

/** A meeting that exists but lacks what its guest was promised: a link, or the booking's time. */
export function isUnfinished({ booking, row, now }: Omit<MeetingSituation, 'connection' | 'replaced'>): boolean {
  if (row.state !== 'live' || booking.status !== 'confirmed' || booking.manualLink) return false;
  if (!row.joinUrl) return booking.endsAt > now;
  return booking.startsAt > now && !isInStep({ booking, row });
}

/** Whether the booking has no use for a meeting any more. */
export const isUnwanted = ({ booking: { status } }: Pick<MeetingSituation, 'booking'>): boolean =>
  !isHeld(status) && status !== 'completed';

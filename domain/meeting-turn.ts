import type { ConferenceAction } from './conference.ts';
import {
  ACCOUNT_DISCONNECTED,
  deletableUntil,
  isInStep,
  isUnfinished,
  type MeetingCase,
  reachOf,
} from './meeting-case.ts';

/**
 * Whose turn it is about a meeting. No wait is without an end: at `until` (epoch ms) the row settles into another state,
 * or the booking is over. `from` is when our call may be made.
 */
export type Turn =
  | { readonly who: 'us'; readonly action: ConferenceAction; readonly from: number; readonly until: number }
  | { readonly who: 'host'; readonly to: 'reconnect' | 'fix' | 'confirm'; readonly until: number };

/** Whether a write of ours may still change a meeting that people will join. */
const expectsWrite = ({ booking, row, connection, now }: MeetingCase): boolean =>
  row.state === 'live' &&
  booking.status === 'confirmed' &&
  booking.startsAt > now &&
  reachOf(connection, now) !== 'closed';

/** Who acts next about one meeting, in a row that has been settled; empty where nothing is waited for. */
export function turnsOf(meeting: MeetingCase): readonly Turn[] {
  const { booking, row, connection, now } = meeting;
  const own = ownTurn(meeting);
  const search = row.lookAgainAt ? [call('reconcileMeeting', row.lookAgainAt, deletableUntil(booking))] : [];
  const landed =
    expectsWrite(meeting) && row.writeMayLandUntil
      ? [call('reconcileMeeting', row.writeMayLandUntil, booking.startsAt.getTime())]
      : [];
  return [...(own === null ? [] : [own]), ...search, ...landed];

  function ownTurn({ booking, row, now }: MeetingCase): Turn | null {
    if (row.state === 'deleting') return call('deleteMeeting', null, deletableUntil(booking));
    if (booking.endsAt <= now) return null;
    if (booking.status === 'pending' && (row.state === 'intended' || row.state === 'live'))
      return { who: 'host', to: 'confirm', until: (booking.holdEndsAt ?? booking.endsAt).getTime() };
    if (booking.status !== 'confirmed') return null;
    if (row.state === 'intended') return row.problem ? fix() : call('createMeeting', null, booking.endsAt.getTime());
    return row.state === 'live' ? aboutLive(meeting) : null;
  }

  function aboutLive({ booking, row, now }: MeetingCase): Turn | null {
    const begins = booking.startsAt.getTime();
    const hasWork = reachOf(connection, now) !== 'closed' || isUnfinished(meeting);
    if (booking.startsAt > now && hasWork) {
      if (row.followAskedAt) return call('reconcileMeeting', null, begins);
      const refused = row.problem && row.problem.code !== ACCOUNT_DISCONNECTED.code;
      if (!refused && !isInStep(meeting)) return call('updateMeeting', null, begins);
    }
    if (row.joinUrl || booking.manualLink) return isUnfinished(meeting) ? fix() : null;
    return row.linkExpected && !row.problem ? call('reconcileMeeting', null, booking.endsAt.getTime()) : fix();
  }

  function fix(): Turn {
    return { who: 'host', to: 'fix', until: booking.endsAt.getTime() };
  }

  function call(action: ConferenceAction, at: Date | null, deadline: number): Turn {
    const reach = reachOf(connection, now);
    if (reach !== 'open') return { who: 'host', to: 'reconnect', until: deadline };
    const grace = connection?.state === 'connected' ? Infinity : (connection?.graceUntil?.getTime() ?? Infinity);
    const from = Math.max(at?.getTime() ?? 0, row.retryAt?.getTime() ?? 0, connection?.pausedUntil?.getTime() ?? 0);
    return { who: 'us', action, from, until: Math.min(deadline, grace) };
  }
}

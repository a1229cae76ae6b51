import type { ConferenceAction } from './conference.ts';
import {
  ACCOUNT_DISCONNECTED,
  deletableUntil,
  isInStep,
  isUnfinished,
  type MeetingSituation,
  reachOf,
} from './meeting-situation.ts';

/**
 * Whose turn it is about a meeting. No wait is without an end: at `until` (epoch ms) the row settles into another state,
 * or the booking is over. `from` is when our call may be made.
 */
export type MeetingStep =
  | { readonly who: 'us'; readonly action: ConferenceAction; readonly from: number; readonly until: number }
  | { readonly who: 'host'; readonly to: 'reconnect' | 'fix' | 'confirm'; readonly until: number };

/** Whether a write of ours may still change a meeting that people will join. */
const expectsWrite = ({ booking, row, connection, now }: MeetingSituation): boolean =>
  row.state === 'live' &&
  booking.status === 'confirmed' &&
  booking.startsAt > now &&
  reachOf(connection, now) !== 'closed';

/** Who acts next about one meeting, in a row that has been settled; empty where nothing is waited for. */
export function nextMeetingSteps(meeting: MeetingSituation): readonly MeetingStep[] {
  const { booking, row } = meeting;
  const turns = [
    ownTurn(meeting),
    row.lookAgainAt && call(meeting, 'reconcileMeeting', deletableUntil(booking), row.lookAgainAt),
    expectsWrite(meeting) &&
      row.writeMayLandUntil &&
      call(meeting, 'reconcileMeeting', booking.startsAt.getTime(), row.writeMayLandUntil),
  ];
  return turns.filter((turn): turn is MeetingStep => Boolean(turn));
}

function ownTurn(meeting: MeetingSituation): MeetingStep | null {
  const { booking, row, now } = meeting;
  const ends = booking.endsAt.getTime();
  if (row.state === 'deleting') return call(meeting, 'deleteMeeting', deletableUntil(booking));
  if (booking.endsAt <= now) return null;
  if (booking.status === 'pending' && (row.state === 'intended' || row.state === 'live'))
    return { who: 'host', to: 'confirm', until: (booking.holdEndsAt ?? booking.endsAt).getTime() };
  if (booking.status !== 'confirmed') return null;
  if (row.state === 'intended') return row.problem ? fix(meeting) : call(meeting, 'createMeeting', ends);
  return row.state === 'live' ? turnOfLive(meeting) : null;
}

function turnOfLive(meeting: MeetingSituation): MeetingStep | null {
  const { booking, row, connection, now } = meeting;
  const begins = booking.startsAt.getTime();
  const hasWork = reachOf(connection, now) !== 'closed' || isUnfinished(meeting);
  if (booking.startsAt > now && hasWork) {
    if (row.followAskedAt) return call(meeting, 'reconcileMeeting', begins);
    const refused = row.problem && row.problem.code !== ACCOUNT_DISCONNECTED.code;
    if (!refused && !isInStep(meeting)) return call(meeting, 'updateMeeting', begins);
  }
  if (row.joinUrl || booking.manualLink) return isUnfinished(meeting) ? fix(meeting) : null;
  return row.linkExpected && !row.problem ? call(meeting, 'reconcileMeeting', booking.endsAt.getTime()) : fix(meeting);
}

const fix = ({ booking }: MeetingSituation): MeetingStep => ({
  who: 'host',
  to: 'fix',
  until: booking.endsAt.getTime(),
});

/** Our call, once nothing keeps it waiting; the host's turn while the account cannot be reached. */
function call(
  { row, connection, now }: MeetingSituation,
  action: ConferenceAction,
  deadline: number,
  notBefore: Date | null = null,
): MeetingStep {
  if (reachOf(connection, now) !== 'open') return { who: 'host', to: 'reconnect', until: deadline };
  const grace = connection?.state === 'connected' ? Infinity : (connection?.graceUntil?.getTime() ?? Infinity);
  const waits = [notBefore, row.retryAt, connection?.pausedUntil].map((time) => time?.getTime() ?? 0);
  return { who: 'us', action, from: Math.max(...waits), until: Math.min(deadline, grace) };
}

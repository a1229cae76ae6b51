import { isHeld } from './booking.ts';
import type { ConferenceState, Problem } from './conference.ts';
import {
  ACCOUNT_DISCONNECTED,
  deletableUntil,
  isUnfinished,
  isUnwanted,
  type MeetingSituation,
  reachOf,
} from './meeting-situation.ts';

/** What becomes of a meeting's row, and of the booking's request for one, without calling a provider. */
export interface Settled {
  readonly state: ConferenceState;
  readonly problem: Problem | null;
  readonly lookAgainAt: Date | null;
  readonly linkWanted: boolean;
  /** Why the meeting is left where it is. */
  readonly leftBecause?: 'too_late' | 'account_gone' | 'account_replaced';
}

/**
 * Brings a meeting's row to the state the booking asks for. Nothing is left waiting for an account that is gone: what
 * was only meant is closed, what lacks its link or its time gives way to a meeting of the account connected now.
 * @param lookAgainMs how long after a call with an unknown outcome its meeting is searched for
 */
export function settleMeeting(meeting: MeetingSituation, lookAgainMs: number): Settled {
  const { booking, row, connection, now } = meeting;
  const reach = reachOf(connection, now);
  const tooLate = now.getTime() > deletableUntil(booking);
  let { linkWanted } = booking;
  let state = wantedState(meeting);
  if (state === 'live' && reach === 'closed' && meeting.replaced && isUnfinished(meeting)) {
    // Moved or not, the guest was promised a meeting; where only the link lacks, the host may have been asked first.
    if (row.joinUrl) linkWanted = true;
    return { state: 'abandoned', problem: null, lookAgainAt: null, linkWanted, leftBecause: 'account_replaced' };
  }
  if (state === 'deleted' && reach === 'closed' && connection?.cause === 'disconnected') linkWanted = false;
  let lookAgainAt = row.lookAgainAt ?? null;
  // Called, and closed before its meeting's id was known: what the call made is searched for.
  if (state === 'deleted' && row.calledAt && !row.providerMeetingId)
    lookAgainAt ??= new Date(row.calledAt.getTime() + lookAgainMs);
  if (reach === 'closed' || tooLate) lookAgainAt = null;
  const settled = { state, problem: problemOf(meeting, state), lookAgainAt, linkWanted };
  if (state !== 'deleting' || (reach !== 'closed' && !tooLate)) return settled;
  state = 'abandoned';
  return { ...settled, state, lookAgainAt: null, leftBecause: tooLate ? 'too_late' : 'account_gone' };
}

function wantedState({ booking, row, connection, now }: MeetingSituation): ConferenceState {
  if (row.state === 'live' && isUnwanted({ booking })) return 'deleting';
  // Nothing is done about a meeting that is over: those ahead are found without passing over all there ever were.
  if (row.state === 'live') return booking.status === 'completed' ? 'ended' : 'live';
  if (row.state !== 'intended') return row.state;
  const meant =
    isHeld(booking.status) && !booking.manualLink && booking.endsAt > now && reachOf(connection, now) !== 'closed';
  if (meant) return 'intended';
  return row.calledAt ? 'deleting' : 'deleted';
}

function problemOf(meeting: MeetingSituation, state: ConferenceState): Problem | null {
  const { row, connection, now } = meeting;
  const isCutOff = state === 'live' && Boolean(row.joinUrl) && reachOf(connection, now) !== 'open';
  if (isCutOff && isUnfinished(meeting)) return row.problem ?? ACCOUNT_DISCONNECTED;
  return row.problem?.code === ACCOUNT_DISCONNECTED.code ? null : (row.problem ?? null);
}

import type { ConferenceAction } from '#workflows/messages.ts';
import { reachable } from './reachable.ts';
import { type Case, deletableUntil } from './settle-conference.ts';
import type { Wake } from './wake.ts';

export interface ConferenceStep {
  readonly provider: string;
  readonly action: ConferenceAction;
  readonly conferenceId: string;
}

interface Verdict {
  /** The call to make now. */
  readonly due: ConferenceStep | null;
  /** When to look again. */
  readonly wake: Wake | null;
  readonly owed: boolean;
}

const NOTHING: Verdict = { due: null, wake: null, owed: false };

/** The next call for one meeting: now, at a time, or none. */
export function stepFor({ booking, row, connection, now }: Case): Verdict {
  const action = actionFor({ booking, row, connection, now });
  const twinAt = row.lookAgainAt ? Math.max(row.lookAgainAt.getTime(), row.retryAt?.getTime() ?? 0) : null;
  if (action === null) return twinAt === null ? NOTHING : at('lookAgain', twinAt);
  const notBefore = Math.max(row.retryAt?.getTime() ?? 0, connection?.pausedUntil?.getTime() ?? 0);
  const verdict = at(action, notBefore);
  if (twinAt === null || verdict.due !== null) return verdict;
  const twin = at('lookAgain', twinAt);
  return twin.due === null && (verdict.wake?.at ?? Infinity) < twinAt ? verdict : { ...twin, owed: true };

  function at(action: ConferenceAction, time: number): Verdict {
    const reach = reachable(connection, now);
    if (reach === 'never') return NOTHING;
    // Until the host reconnects there is nothing to time but giving up; after a disconnect that is the grace's end.
    if (reach === 'later' && connection?.state !== 'connected') {
      const grace = connection?.graceUntil && connection.graceUntil > now ? connection.graceUntil : null;
      const until = grace?.getTime() ?? deletableUntil(booking);
      return { due: null, wake: { at: until, what: 'a reconnect' }, owed: true };
    }
    const from = Math.max(time, connection?.pausedUntil?.getTime() ?? 0);
    if (from <= now.getTime())
      return { due: { provider: row.provider, action, conferenceId: row.id }, wake: null, owed: true };
    return { due: null, wake: { at: from, what: `${row.provider} again (${action})` }, owed: true };
  }
}

function actionFor({ booking, row, now }: Case): ConferenceAction | null {
  if (row.state === 'deleting') return 'deleteMeeting';
  if (booking.status !== 'confirmed') return null;
  if (row.state === 'intended') return row.problem ? null : 'createMeeting';
  if (row.state !== 'live' || booking.startsAt <= now) return null;
  if (row.followAskedAt) return 'lookAgain';
  if (row.problem) return null;
  const inStep =
    row.syncedStartsAt?.getTime() === booking.startsAt.getTime() &&
    row.syncedEndsAt?.getTime() === booking.endsAt.getTime();
  if (!inStep) return 'updateMeeting';
  return !row.joinUrl && row.linkExpected ? 'lookAgain' : null;
}

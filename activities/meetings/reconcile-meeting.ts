import { followProvider } from '#commands/bookings/follow-provider.ts';
import { databaseTime } from '#db/database-time.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import type { ActivityResult } from '../activity-result.ts';
import { wakeSoon, withLockedConference } from './locked-conference.ts';
import { callProviderFor, type MeetingContext, withMeeting } from './meeting-context.ts';
import { storeTwins } from './store-meeting.ts';

/**
 * Reads the provider's truth about a meeting: late twins of an unknown create, a link that was still being made, and
 * what a notification or a poll says has changed.
 */
export function reconcileMeeting(deps: ActivityDeps, conferenceId: string): Promise<ActivityResult> {
  return withMeeting(deps, conferenceId, async (meeting) => {
    const { state, lookAgainAt, providerMeetingId } = meeting.row;
    const now = await databaseTime(deps.orm.em.fork());
    if (lookAgainAt && lookAgainAt <= now) await findTwins(deps, meeting);
    if (state === 'live' && providerMeetingId) await follow(deps, meeting, { meetingId: providerMeetingId, now });
    await endBackOff(deps, conferenceId);
    return 'read';
  });
}

/** A look that worked ends the growth of the waits after those that did not. */
async function endBackOff({ orm }: ActivityDeps, conferenceId: string): Promise<void> {
  await orm.em.fork().execute('update conferences set failures = 0 where id = ? and failures > 0', [conferenceId]);
}

async function findTwins(deps: ActivityDeps, meeting: MeetingContext): Promise<void> {
  const { id, marker, state, providerMeetingId } = meeting.row;
  const found = await callProviderFor(deps, meeting, 'read', (provider, access) =>
    provider.findByMarker(access, marker),
  );
  const isKept = state === 'live' || state === 'ended';
  const twins = isKept ? found.filter((other) => other.id !== providerMeetingId) : found;
  await storeTwins(deps, id, twins);
  await withLockedConference(deps, id, async (_em, booking, row) => {
    wakeSoon(booking, deps.now());
    row.lookAgainAt = null;
    // The outcome of the call is known now: a meeting that it made has a row of its own.
    if (row.state === 'deleted' && !row.providerMeetingId) row.calledAt = null;
  });
}

interface Look {
  readonly meetingId: string;
  /** By the database's clock, before the look. */
  readonly now: Date;
}

async function follow(deps: ActivityDeps, meeting: MeetingContext, { meetingId, now }: Look): Promise<void> {
  const { id: conferenceId, followAskedAt, writeMayLandUntil } = meeting.row;
  const truth: LiveMeeting | null = await callProviderFor(deps, meeting, 'read', (provider, access) =>
    provider.getMeeting(access, meetingId),
  );
  const writesLanded = Boolean(writeMayLandUntil && writeMayLandUntil <= now);
  await followProvider(deps, { conferenceId, truth, askedAt: followAskedAt ?? null, writesLanded });
}

import { followProvider } from '#commands/bookings/follow-provider.ts';
import { databaseTime } from '#db/database-time.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { came, type Came } from '../outcome.ts';
import { withLockedConference } from './about-row.ts';
import { recordProviderFailure } from './held-against.ts';
import { callProviderFor, type Job, loadMeetingContext } from './job.ts';
import { type Lease, underLease } from './lease.ts';
import { storeTwins } from './store-meeting.ts';

/**
 * Reads the provider's truth about a meeting: late twins of an unknown create, a link that was still being made, and
 * what a notification or a poll says has changed.
 */
export async function reconcileMeeting(deps: ActivityDeps, conferenceId: string): Promise<Came> {
  return underLease(deps, conferenceId, async (lease) => {
    const job = await loadMeetingContext(deps, conferenceId);
    if (job === null) return came('nothing');
    return recordProviderFailure(deps, conferenceId, async () => {
      const now = await databaseTime(deps.orm.em.fork());
      if (job.row.lookAgainAt && job.row.lookAgainAt <= now) await findTwins(deps, job, lease);
      if (job.row.state === 'live' && job.row.providerMeetingId)
        await follow(deps, job, lease, { meetingId: job.row.providerMeetingId, now });
      await endBackOff(deps, conferenceId);
      return came('read');
    });
  });
}

/** A look that worked ends the growth of the waits after those that did not. */
async function endBackOff({ orm }: ActivityDeps, conferenceId: string): Promise<void> {
  await orm.em.fork().execute('update conferences set failures = 0 where id = ? and failures > 0', [conferenceId]);
}

async function findTwins(deps: ActivityDeps, job: Job, lease: Lease): Promise<void> {
  const found = await callProviderFor(deps, job, lease, 'read', (provider, access) =>
    provider.findByMarker(access, job.row.marker),
  );
  const ours = job.row.state === 'live' ? job.row.providerMeetingId : null;
  await storeTwins(
    deps,
    job.row.id,
    found.filter(({ id }) => id !== ours),
  );
  await withLockedConference(deps, job.row.id, async (_em, booking, row) => {
    booking.nextWakeAt = deps.now();
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

async function follow(deps: ActivityDeps, job: Job, lease: Lease, { meetingId, now }: Look): Promise<void> {
  const { followAskedAt, writeMayLandUntil } = job.row;
  const truth: LiveMeeting | null = await callProviderFor(deps, job, lease, 'read', (provider, access) =>
    provider.getMeeting(access, meetingId),
  );
  const writesLanded = Boolean(writeMayLandUntil && writeMayLandUntil <= now);
  await followProvider(deps, { conferenceId: job.row.id, truth, askedAt: followAskedAt ?? null, writesLanded });
}

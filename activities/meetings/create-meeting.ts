import { NO_LINK } from '#domain/conference.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { came, type Came } from '../outcome.ts';
import { withLockedConference } from './about-row.ts';
import { recordProviderFailure } from './held-against.ts';
import { callProviderFor, type Job, loadMeetingContext } from './job.ts';
import { type Lease, underLease } from './lease.ts';
import { storeMeeting, storeTwins, tellOfMissingLink } from './store-meeting.ts';

/** A link that is made a moment after its meeting is worth a short wait. */
const LINK_LOOKS_MS = [500, 1_000, 2_000, 4_000];

/**
 * Makes the meeting a row intends, once: the call is committed before it is made, and after an unknown outcome the
 * provider is searched for our marker before it is called again.
 */
export async function createMeeting(deps: ActivityDeps, conferenceId: string): Promise<Came> {
  return underLease(deps, conferenceId, async (lease) => {
    const job = await loadMeetingContext(deps, conferenceId);
    if (job === null || job.row.state !== 'intended' || job.booking.status !== 'confirmed') return came('nothing');
    return recordProviderFailure(deps, conferenceId, async () => {
      if (job.row.calledAt && (await adopt(deps, job, lease))) return came('adopted');
      const created = await create(deps, job, lease);
      await storeMeeting(deps, conferenceId, created);
      if (created.joinUrl === null && created.linkExpected) await awaitLink(deps, job, lease, created);
      return came('created');
    });
  });
}

/** After an unknown outcome: keeps the oldest meeting with our marker and leaves its twins to be deleted. */
async function adopt(deps: ActivityDeps, job: Job, lease: Lease): Promise<boolean> {
  const [first, ...twins] = await callProviderFor(deps, job, lease, 'read', (provider, access) =>
    provider.findByMarker(access, job.row.marker),
  );
  await lookAgainLater(deps, job.row.id);
  if (first === undefined) return false;
  await storeMeeting(deps, job.row.id, first);
  await storeTwins(deps, job.row.id, twins);
  return true;
}

async function create(deps: ActivityDeps, job: Job, lease: Lease): Promise<LiveMeeting> {
  const { row, wanted } = job;
  try {
    return await callProviderFor(deps, job, lease, 'create', (provider, access) =>
      provider.createMeeting(access, { ...wanted, marker: row.marker }),
    );
  } catch (error) {
    const definite = error instanceof ProviderError && error.facts.definite;
    if (definite && !row.calledAt) await lease.withdrawCreate();
    if (!definite) await lookAgainLater(deps, row.id);
    throw error;
  }
}

async function awaitLink(deps: ActivityDeps, job: Job, lease: Lease, created: LiveMeeting): Promise<void> {
  for (const wait of LINK_LOOKS_MS) {
    if (lease.attempt.remainingMs() < wait + deps.config.HTTP_TIMEOUT_MS) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    const meeting = await callProviderFor(deps, job, lease, 'read', (provider, access) =>
      provider.getMeeting(access, created.id),
    );
    if (meeting === null) return;
    if (meeting.joinUrl === null && meeting.linkExpected) continue;
    await storeLink(deps, job.row.id, meeting);
    return;
  }
  const until = new Date(deps.now().getTime() + deps.config.RETRY_AFTER_MS);
  await deps.orm.em.fork().execute('update conferences set retry_at = ? where id = ?', [until, job.row.id]);
}

async function storeLink(deps: ActivityDeps, conferenceId: string, meeting: LiveMeeting): Promise<void> {
  await withLockedConference(deps, conferenceId, async (em, booking, row) => {
    if (row.state !== 'live' && row.state !== 'deleting') return;
    row.joinUrl = meeting.joinUrl;
    row.linkExpected = meeting.linkExpected;
    row.problem = meeting.joinUrl === null && !meeting.linkExpected ? NO_LINK : null;
    await tellOfMissingLink(em, booking, row, deps.now());
  });
}

/** A create with an unknown outcome may still take effect later: its twin is looked for once more. */
async function lookAgainLater(deps: ActivityDeps, conferenceId: string): Promise<void> {
  await deps.orm.em
    .fork()
    .execute(
      `update conferences set look_again_at = clock_timestamp() + interval '1 millisecond' * ? where id = ? and called_at is not null`,
      [deps.config.LOOK_AGAIN_MS, conferenceId],
    );
}

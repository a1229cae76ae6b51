import type { MeetingTimes } from '#domain/conference.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { followLink } from '#commands/bookings/follow-link.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { wakeToPoll } from '../connections/wake-to-poll.ts';
import type { ActivityDeps } from '../deps.ts';
import { came, type Came } from '../outcome.ts';
import { withLockedConference } from './about-row.ts';
import { recordProviderFailure } from './held-against.ts';
import { callProviderFor, type Job, loadMeetingContext } from './job.ts';
import { type Lease, underLease } from './lease.ts';
import { keep } from './store-meeting.ts';

/** Pushes the booking's time to its meeting. A meeting that is gone is created again. */
export async function updateMeeting(deps: ActivityDeps, conferenceId: string): Promise<Came> {
  return underLease(deps, conferenceId, async (lease) => {
    const job = await loadMeetingContext(deps, conferenceId);
    const id = job?.row.providerMeetingId;
    if (!job || !id || job.row.state !== 'live' || job.booking.status !== 'confirmed') return came('nothing');
    return recordProviderFailure(deps, conferenceId, async () => {
      const meeting = await push(deps, job, lease, id);
      await store(deps, job, meeting);
      if (meeting !== null && !isAtTimeOf(meeting, job.wanted)) throw notMoved();
      return came(meeting === null ? 'deleted' : 'updated');
    });
  });
}

async function push(deps: ActivityDeps, job: Job, lease: Lease, id: string): Promise<LiveMeeting | null> {
  try {
    return await callProviderFor(deps, job, lease, 'update', (provider, access) =>
      provider.updateMeeting(access, id, job.wanted),
    );
  } catch (error) {
    if (!(error instanceof ProviderError) || !error.facts.definite) await expectLateWrite(deps, job.row.id);
    throw error;
  }
}

/** A write with an unknown outcome may take effect after the next one: until then the meeting's times say nothing. */
async function expectLateWrite(deps: ActivityDeps, conferenceId: string): Promise<void> {
  await deps.orm.em
    .fork()
    .execute(
      `update conferences set write_may_land_until = clock_timestamp() + interval '1 millisecond' * ? where id = ?`,
      [deps.config.LOOK_AGAIN_MS, conferenceId],
    );
}

async function store(deps: ActivityDeps, job: Job, meeting: LiveMeeting | null): Promise<void> {
  const { providerName, wanted } = job;
  const connectionToSignal = await withLockedConference(deps, job.row.id, async (em, booking, row) => {
    const now = deps.now();
    booking.nextWakeAt = now;
    if (meeting !== null) {
      if (meeting.joinUrl !== null && meeting.joinUrl !== row.joinUrl)
        await followLink(em, booking, row, meeting.joinUrl, now);
      keep(row, meeting);
      row.toleratedStartsAt = null;
      row.toleratedEndsAt = null;
      const text = `The ${providerName} meeting was moved.`;
      if (isAtTimeOf(meeting, wanted))
        recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_moved', text });
      return wakeToPoll(em, deps, row.connection);
    }
    row.state = 'deleted';
    if (booking.status === 'confirmed') booking.linkWanted = !booking.manualLink;
    const text = `The meeting was gone at ${providerName}; a new one is made.`;
    recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_gone', text });
    return false;
  });
  if (connectionToSignal) await deps.signals.connection(job.row.connection, 'noticed');
}

const isAtTimeOf = (meeting: MeetingTimes, wanted: MeetingTimes) =>
  meeting.startsAt === wanted.startsAt && meeting.endsAt === wanted.endsAt;

function notMoved(): ProviderError {
  return new ProviderError('unavailable', {
    text: 'The provider answered, but did not move the meeting.',
    code: 'not_moved',
    definite: true,
  });
}

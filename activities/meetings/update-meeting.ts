import { sameTimes } from '#domain/conference.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { followLink } from '#commands/bookings/follow-link.ts';
import { keepTimeless } from '#commands/bookings/follow-move.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { says } from '#messages/says.ts';
import { wakeToPoll } from '../provider-calls/wake-to-poll.ts';
import type { ActivityDeps } from '../deps.ts';
import type { ActivityResult } from '../activity-result.ts';
import { wakeSoon, withLockedConference } from './locked-conference.ts';
import { callProviderFor, type MeetingContext, withMeeting } from './meeting-context.ts';
import { keep } from './store-meeting.ts';

/** Pushes the booking's time to its meeting. A meeting that is gone is created again. */
export function updateMeeting(deps: ActivityDeps, conferenceId: string): Promise<ActivityResult> {
  return withMeeting(deps, conferenceId, async (meeting) => {
    const { row, booking, wanted } = meeting;
    if (!row.providerMeetingId || row.state !== 'live' || booking.status !== 'confirmed') return 'nothing';
    const moved = await push(deps, meeting, row.providerMeetingId);
    await storeMove(deps, meeting, moved);
    if (moved !== null && !moved.timeless && !sameTimes(moved, wanted)) throw notMoved();
    return moved === null ? 'deleted' : 'updated';
  });
}

async function push(deps: ActivityDeps, meeting: MeetingContext, id: string): Promise<LiveMeeting | null> {
  const { row, wanted } = meeting;
  try {
    return await callProviderFor(deps, meeting, 'update', (provider, access) =>
      provider.updateMeeting(access, id, wanted),
    );
  } catch (error) {
    if (!(error instanceof ProviderError) || !error.facts.definite) await expectLateWrite(deps, row.id);
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

async function storeMove(deps: ActivityDeps, meeting: MeetingContext, moved: LiveMeeting | null): Promise<void> {
  const { providerName, wanted } = meeting;
  const hasWork = await withLockedConference(deps, meeting.row.id, async (em, booking, row) => {
    const now = deps.now();
    wakeSoon(booking, now);
    if (moved !== null) {
      if (moved.joinUrl !== null && moved.joinUrl !== row.joinUrl)
        await followLink(em, booking, row, moved.joinUrl, now);
      keep(row, moved);
      row.toleratedStartsAt = null;
      row.toleratedEndsAt = null;
      if (moved.timeless) {
        // There is no time to push: ours counts as pushed.
        row.syncedStartsAt = new Date(wanted.startsAt);
        row.syncedEndsAt = new Date(wanted.endsAt);
        await keepTimeless(em, deps, { booking, row, now }, moved);
      }
      const sentence = says('said.meeting_moved', { name: providerName });
      if (sameTimes(moved, wanted))
        recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_moved', sentence });
      return wakeToPoll(em, deps, row);
    }
    row.state = 'deleted';
    if (booking.status === 'confirmed') booking.linkWanted = !booking.manualLink;
    const sentence = says('said.meeting_gone', { name: providerName });
    recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_gone', sentence });
    return false;
  });
  if (hasWork) await deps.signals.connection(meeting.row.connection, 'noticed');
}

function notMoved(): ProviderError {
  return new ProviderError('unavailable', {
    text: 'The provider answered, but did not move the meeting.',
    code: 'not_moved',
    definite: true,
  });
}

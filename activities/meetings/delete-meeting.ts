import { recordEvent } from '#commands/bookings/record-event.ts';
import { says } from '#messages/says.ts';
import type { ActivityDeps } from '../deps.ts';
import type { ActivityResult } from '../activity-result.ts';
import { wakeSoon, withLockedConference } from './locked-conference.ts';
import { callProviderFor, type MeetingContext, withMeeting } from './meeting-context.ts';

/** Deletes a meeting at its provider. Where its id was never learnt, every meeting with our marker goes. */
export function deleteMeeting(deps: ActivityDeps, conferenceId: string): Promise<ActivityResult> {
  return withMeeting(deps, conferenceId, async (meeting) => {
    if (meeting.row.state !== 'deleting') return 'nothing';
    const ids = await idsOf(deps, meeting);
    for (const id of ids)
      await callProviderFor(deps, meeting, 'delete', (provider, access) => provider.deleteMeeting(access, id));
    await storeDeletion(deps, meeting, ids.length);
    return ids.length === 0 ? 'nothing' : 'deleted';
  });
}

async function idsOf(deps: ActivityDeps, meeting: MeetingContext): Promise<readonly string[]> {
  const { providerMeetingId, marker } = meeting.row;
  if (providerMeetingId) return [providerMeetingId];
  const found = await callProviderFor(deps, meeting, 'read', (provider, access) =>
    provider.findByMarker(access, marker),
  );
  return found.map(({ id }) => id);
}

async function storeDeletion(deps: ActivityDeps, meeting: MeetingContext, found: number): Promise<void> {
  const { providerName } = meeting;
  await withLockedConference(deps, meeting.row.id, async (em, booking, row) => {
    const now = deps.now();
    wakeSoon(booking, now);
    // A create whose answer never came may still take effect: one more look decides.
    if (!row.providerMeetingId && row.calledAt && !row.lookAgainAt)
      row.lookAgainAt = new Date(row.calledAt.getTime() + deps.config.LOOK_AGAIN_MS);
    row.state = 'deleted';
    row.retryAt = null;
    row.failures = 0;
    recordEvent(em, booking, {
      at: now,
      actor: 'system',
      kind: 'conference_deleted',
      sentence:
        found === 0
          ? says('said.meeting_none', { name: providerName })
          : says('said.meeting_deleted', { name: providerName }),
    });
  });
}

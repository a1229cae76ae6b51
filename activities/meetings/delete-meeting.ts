import { recordEvent } from '#commands/bookings/record-event.ts';
import type { ActivityDeps } from '../deps.ts';
import { came, type Came } from '../outcome.ts';
import { withLockedConference } from './about-row.ts';
import { recordProviderFailure } from './held-against.ts';
import { callProviderFor, type Job, loadMeetingContext } from './job.ts';
import { type Lease, underLease } from './lease.ts';

/** Deletes a meeting at its provider. Where its id was never learnt, every meeting with our marker goes. */
export async function deleteMeeting(deps: ActivityDeps, conferenceId: string): Promise<Came> {
  return underLease(deps, conferenceId, async (lease) => {
    const job = await loadMeetingContext(deps, conferenceId);
    if (job === null || job.row.state !== 'deleting') return came('nothing');
    return recordProviderFailure(deps, conferenceId, async () => {
      const ids = await idsOf(deps, job, lease);
      for (const id of ids)
        await callProviderFor(deps, job, lease, 'delete', (provider, access) => provider.deleteMeeting(access, id));
      await store(deps, job, ids.length);
      return came(ids.length === 0 ? 'nothing' : 'deleted');
    });
  });
}

async function idsOf(deps: ActivityDeps, job: Job, lease: Lease): Promise<readonly string[]> {
  const { providerMeetingId, marker } = job.row;
  if (providerMeetingId) return [providerMeetingId];
  const found = await callProviderFor(deps, job, lease, 'read', (provider, access) =>
    provider.findByMarker(access, marker),
  );
  return found.map(({ id }) => id);
}

async function store(deps: ActivityDeps, job: Job, found: number): Promise<void> {
  await withLockedConference(deps, job.row.id, async (em, booking, row) => {
    const now = deps.now();
    booking.nextWakeAt = now;
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
      text:
        found === 0
          ? `No meeting of this booking was found at ${job.providerName}; there is none left to delete.`
          : `The ${job.providerName} meeting was deleted.`,
    });
  });
}

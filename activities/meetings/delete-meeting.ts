import { LockMode } from '@mikro-orm/postgresql';
import { record } from '#commands/record.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { ActivityDeps } from '../deps.ts';
import { heldAgainst } from './held-against.ts';
import { callAbout, type Job, loadJob } from './job.ts';
import { type Lease, underLease } from './lease.ts';

/** Deletes a meeting at its provider. Where its id was never learnt, every meeting with our marker goes. */
export async function deleteMeeting(deps: ActivityDeps, conferenceId: string): Promise<void> {
  await underLease(deps, conferenceId, async (lease) => {
    const job = await loadJob(deps, conferenceId);
    if (job === null || job.row.state !== 'deleting') return;
    await heldAgainst(deps, conferenceId, async () => {
      const ids = await idsOf(deps, job, lease);
      for (const id of ids) await callAbout(deps, job, lease, (provider, access) => provider.deleteMeeting(access, id));
      await store(deps, job, ids.length);
    });
  });
}

async function idsOf(deps: ActivityDeps, job: Job, lease: Lease): Promise<readonly string[]> {
  const { providerMeetingId, marker } = job.row;
  if (providerMeetingId) return [providerMeetingId];
  const found = await callAbout(deps, job, lease, (provider, access) => provider.findByMarker(access, marker));
  return found.map(({ id }) => id);
}

async function store(deps: ActivityDeps, { row, providerName }: Job, found: number): Promise<void> {
  await deps.orm.em.fork().transactional(async (em) => {
    const now = deps.now();
    const booking = await em.findOneOrFail(Booking, { id: row.booking }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const current = await em.findOneOrFail(Conference, { id: row.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    booking.nextWakeAt = now;
    // A create whose answer never came may still take effect: one more look decides.
    if (!current.providerMeetingId && current.calledAt && !current.lookAgainAt)
      current.lookAgainAt = new Date(current.calledAt.getTime() + deps.config.LOOK_AGAIN_MS);
    current.state = 'deleted';
    current.retryAt = null;
    current.failures = 0;
    record(em, booking, {
      at: now,
      actor: 'system',
      kind: 'conference_deleted',
      text:
        found === 0
          ? `No meeting of this booking was found at ${providerName}; there is none left to delete.`
          : `The ${providerName} meeting was deleted.`,
    });
  });
}

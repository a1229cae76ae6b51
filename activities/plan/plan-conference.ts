import { randomUUIDv7 } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { findCurrentConnection } from '#commands/connections/find-connection.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { MeetingSituation } from '#domain/meeting-situation.ts';
import { type Settled, settleMeeting } from '#domain/settle-meeting.ts';
import type { ActivityDeps } from '../deps.ts';
import { type ConferencePlan, planStep } from './conference-step.ts';

/** One meeting's row, its booking and its connection, as they stand in the database. */
interface Case extends MeetingSituation {
  readonly booking: Booking;
  readonly row: Conference;
  readonly connection: Connection | null;
}

/** Commits what is intended for a booking's meetings and says which call comes next, the guest's link first. */
export async function planConference(em: Em, deps: ActivityDeps, booking: Booking, now: Date): Promise<ConferencePlan> {
  const current = await findCurrentConnection(em, booking.host, booking.location.kind);
  const meetings = await loadMeetings(em, booking, current, now);
  for (const meeting of meetings) settle(em, deps, meeting);
  // Before a new row takes the place of one that gave way: a booking has one at most.
  await em.flush();
  const intended = await intend(em, deps, meetings, { booking, current, now });
  return planStep(intended === null ? meetings : [intended, ...meetings], deps.providers);
}

async function loadMeetings(em: Em, booking: Booking, current: Connection | null, now: Date): Promise<Case[]> {
  const rows = await em.find(
    Conference,
    {
      booking: booking.id,
      $or: [
        { state: { $in: ['intended', 'live', 'deleting'] } },
        { lookAgainAt: { $ne: null } },
        { state: 'deleted', calledAt: { $ne: null }, providerMeetingId: null },
      ],
    },
    // Locked, so that no call is committed to between what is read here and what is decided of it.
    { orderBy: { createdAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const ids = [...new Set(rows.map((row) => row.connection))];
  const connections = ids.length === 0 ? [] : await em.find(Connection, { id: { $in: ids } });
  return rows.map((row) => ({
    booking,
    row,
    connection: connections.find(({ id }) => id === row.connection) ?? null,
    replaced: current?.state === 'connected' && current.id !== row.connection,
    now,
  }));
}

/** Brings a meeting's row to the state the booking asks for, and says in the timeline where a meeting is left behind. */
function settle(em: Em, { providers, config }: ActivityDeps, meeting: Case): void {
  const { booking, row, now } = meeting;
  const { leftBecause, linkWanted, ...settled } = settleMeeting(meeting, config.LOOK_AGAIN_MS);
  Object.assign(row, settled);
  booking.linkWanted = linkWanted;
  if (leftBecause === undefined) return;
  const text = leftBehind(leftBecause, providers.get(row.provider)?.manifest.name ?? row.provider);
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_abandoned', text });
}

function leftBehind(why: NonNullable<Settled['leftBecause']>, provider: string): string {
  switch (why) {
    case 'too_late':
      return `The meeting could not be deleted at ${provider} within a week.`;
    case 'account_gone':
      return `The meeting was left at ${provider}, because the account is no longer connected. Please delete it there.`;
    case 'account_replaced':
      return `The meeting was left at ${provider}, because another account is connected now. Please delete it there.`;
  }
}

interface Wanted {
  readonly booking: Booking;
  readonly current: Connection | null;
  readonly now: Date;
}

/** A confirmed booking that wants a meeting and has none gets the row of one; its marker is committed before any call. */
async function intend(em: Em, deps: ActivityDeps, meetings: readonly Case[], wanted: Wanted): Promise<Case | null> {
  const { booking, current: connection, now } = wanted;
  if (booking.status !== 'confirmed' || !booking.linkWanted || booking.manualLink || booking.endsAt <= now) return null;
  if (deps.providers.get(booking.location.kind) === undefined || connection?.state !== 'connected') return null;
  if (meetings.some(({ row }) => row.state === 'intended' || row.state === 'live')) return null;
  const id = randomUUIDv7();
  const row = em.create(Conference, {
    id,
    booking: booking.id,
    connection: connection.id,
    provider: connection.provider,
    state: 'intended',
    marker: `${deps.config.DEPLOYMENT_ID}.${id}`,
    createdAt: now,
  });
  recordEvent(em, booking, {
    at: now,
    actor: 'system',
    kind: 'conference_intended',
    text: 'The meeting is being made.',
  });
  await em.flush();
  return { booking, row, connection, replaced: false, now };
}

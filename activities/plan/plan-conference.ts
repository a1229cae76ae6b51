import { randomUUIDv7 } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { findCurrentConnection } from '#commands/connections/find-connection.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { Connection } from '#db/entities/connection.ts';
import type { Em } from '#db/host-transaction.ts';
import type { ActivityDeps } from '../deps.ts';
import type { BookingPlan } from '#workflows/messages.ts';
import { type ConferenceStep, stepsFor, waitForProvider } from './conference-step.ts';
import { type Case, settle } from './settle-conference.ts';
import type { Wake } from './wake.ts';

interface Planned {
  readonly step: BookingPlan['conference'];
  readonly wakes: readonly Wake[];
  /** Something at the provider is still to be done, now or later. */
  readonly owed: boolean;
}

/** Commits what is intended for a booking's meetings and says which call comes next, the guest's link first. */
export async function planConference(em: Em, deps: ActivityDeps, booking: Booking, now: Date): Promise<Planned> {
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
  const connections = await connectionsOf(em, rows);
  const current = await findCurrentConnection(em, booking.host, booking.location.kind);
  const caseOf = (row: Conference): Case => {
    const connection = connections.get(row.connection) ?? null;
    const replaced = current?.state === 'connected' && current.id !== row.connection;
    return { booking, row, connection, replaced, now };
  };
  for (const row of rows) settle(em, deps, caseOf(row));
  // Before a new row takes the place of one that gave way: a booking has one at most.
  await em.flush();
  const intended = await intend(em, deps, { booking, rows, current, now });
  if (intended !== null) {
    rows.unshift(intended.row);
    connections.set(intended.connection.id, intended.connection);
  }
  const steps = rows.flatMap((row) =>
    deps.providers.get(row.provider) === undefined ? waitForProvider(caseOf(row)) : stepsFor(caseOf(row)),
  );
  return {
    step: named(deps, steps.find((step) => step.due !== null)?.due ?? null),
    wakes: steps.flatMap((step) => step.wakes),
    owed: steps.some((step) => step.owed),
  };
}

/** The step with the provider's name, for who reads the Temporal UI. */
function named({ providers }: ActivityDeps, step: ConferenceStep | null): BookingPlan['conference'] {
  return step && { ...step, providerName: providers.get(step.provider)?.manifest.name ?? step.provider };
}

interface Wanted {
  readonly booking: Booking;
  readonly rows: readonly Conference[];
  readonly current: Connection | null;
  readonly now: Date;
}

/** A confirmed booking that wants a meeting and has none gets the row of one; its marker is committed before any call. */
async function intend(em: Em, deps: ActivityDeps, { booking, rows, current: connection, now }: Wanted) {
  const wanted = booking.status === 'confirmed' && booking.linkWanted && !booking.manualLink && booking.endsAt > now;
  if (!wanted || deps.providers.get(booking.location.kind) === undefined) return null;
  if (rows.some((row) => row.state === 'intended' || row.state === 'live')) return null;
  if (connection?.state !== 'connected') return null;
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
  return { row, connection };
}

async function connectionsOf(em: Em, rows: readonly Conference[]): Promise<Map<string, Connection>> {
  if (rows.length === 0) return new Map();
  const found = await em.find(Connection, { id: { $in: [...new Set(rows.map((row) => row.connection))] } });
  return new Map(found.map((connection) => [connection.id, connection]));
}

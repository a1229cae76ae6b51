import { randomUUIDv7 } from 'node:crypto';
import { recordEvent } from '#commands/bookings/record-event.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import { addRow } from '#db/tracked-rows.ts';
import type { MeetingSituation } from '#domain/meeting-situation.ts';
import { type Settled, settleMeeting } from '#domain/settle-meeting.ts';
import { says, type Sentence } from '#messages/says.ts';
import type { BookingFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { type ConferencePlan, planStep } from './conference-step.ts';

/** One meeting's row, its booking and its connection, as they stand in the database. */
interface Case extends MeetingSituation {
  readonly booking: Booking;
  readonly row: Conference;
  readonly connection: Connection | null;
}

/** Notes what is intended for a booking's meetings and says which call comes next, the guest's link first. */
export async function planConference(deps: ActivityDeps, facts: BookingFacts): Promise<ConferencePlan> {
  const { booking, connections } = facts;
  const current = connections.find((one) => one.isCurrent && one.provider === booking.location.kind) ?? null;
  const meetings = openCases(facts, current);
  for (const meeting of meetings) settle(deps, facts, meeting);
  const intended = await intend(deps, facts, meetings, current);
  return planStep(intended === null ? meetings : [intended, ...meetings], deps.providers);
}

/** The meetings about which something may be left to do. */
function openCases({ booking, meetings, connections, now }: BookingFacts, current: Connection | null): Case[] {
  return meetings.filter(isOpen).map((row) => ({
    booking,
    row,
    connection: connections.find(({ id }) => id === row.connection) ?? null,
    replaced: current?.state === 'connected' && current.id !== row.connection,
    now,
  }));
}

const OPEN = new Set<string>(['intended', 'live', 'deleting']);

/** Of a deleted meeting whose create was never answered a late one may still appear. */
const isOpen = ({ state, lookAgainAt, calledAt, providerMeetingId }: Conference): boolean =>
  OPEN.has(state) || Boolean(lookAgainAt) || (state === 'deleted' && Boolean(calledAt) && !providerMeetingId);

/** Brings a meeting's row to the state the booking asks for, and says in the timeline where a meeting is left behind. */
function settle({ providers, config }: ActivityDeps, { em }: BookingFacts, meeting: Case): void {
  const { booking, row, now } = meeting;
  const { leftBecause, linkWanted, ...settled } = settleMeeting(meeting, config.LOOK_AGAIN_MS);
  Object.assign(row, settled);
  booking.linkWanted = linkWanted;
  if (leftBecause === undefined) return;
  const sentence = leftBehind(leftBecause, providers.get(row.provider)?.manifest.name ?? row.provider);
  recordEvent(em, booking, { at: now, actor: 'system', kind: 'conference_abandoned', sentence });
}

function leftBehind(why: NonNullable<Settled['leftBecause']>, provider: string): Sentence {
  switch (why) {
    case 'too_late':
      return says('said.meeting_not_deleted', { name: provider });
    case 'account_gone':
      return says('said.meeting_left', { name: provider });
    case 'account_replaced':
      return says('said.meeting_replaced', { name: provider });
  }
}

/** A confirmed booking that wants a meeting and has none gets the row of one; its marker is committed before any call. */
async function intend(
  deps: ActivityDeps,
  facts: BookingFacts,
  meetings: readonly Case[],
  connection: Connection | null,
): Promise<Case | null> {
  const { em, booking, now } = facts;
  if (booking.status !== 'confirmed' || !booking.linkWanted || booking.manualLink || booking.endsAt <= now) return null;
  if (deps.providers.get(booking.location.kind) === undefined || connection?.state !== 'connected') return null;
  if (meetings.some(({ row }) => row.state === 'intended' || row.state === 'live')) return null;
  // Before a new row takes the place of one that gave way: a booking has one at most.
  if (meetings.length > 0) await em.flush();
  const id = randomUUIDv7();
  const row = addRow(em, Conference, {
    id,
    booking: booking.id,
    connection: connection.id,
    provider: connection.provider,
    state: 'intended',
    marker: `${deps.config.DEPLOYMENT_ID}.${id}`,
    linkExpected: true,
    failures: 0,
    createdAt: now,
  });
  facts.meetings.push(row);
  recordEvent(em, booking, {
    at: now,
    actor: 'system',
    kind: 'conference_intended',
    sentence: says('said.meeting_intended'),
  });
  return { booking, row, connection, replaced: false, now };
}

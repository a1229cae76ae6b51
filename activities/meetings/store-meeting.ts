import { randomUUIDv7 } from 'node:crypto';
import { NO_LINK } from '#domain/conference.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { problemInWords, queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import type { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Em } from '#db/host-transaction.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { says, type Sentence } from '#messages/says.ts';
import type { BookingPlan } from '#workflows/plan-types.ts';
import { lockBooking, readFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import type { Claim } from '../mails/hand-over.ts';
import { claimDue, leaseFromNow } from '../mails/send-mails.ts';
import { IDLE, noteLooked, planOf } from '../plan/plan-booking.ts';
import { wakeToPoll } from '../provider-calls/wake-to-poll.ts';
import { wakeSoon, withLockedConference } from './locked-conference.ts';
import type { MeetingContext } from './meeting-context.ts';

/**
 * Stores a meeting that exists at the provider, by compare-and-set: a provider id is never forgotten. Where the booking
 * no longer wants it, or another meeting was stored first, it is left to be deleted.
 */
export async function storeMeeting(deps: ActivityDeps, conferenceId: string, meeting: LiveMeeting): Promise<void> {
  const connectionToSignal = await withLockedConference(deps, conferenceId, async (em, booking, row) => {
    const now = deps.now();
    wakeSoon(booking, now);
    if (row.providerMeetingId && row.providerMeetingId !== meeting.id) {
      addTwin(em, row, meeting, now);
      return null;
    }
    keep(row, meeting);
    if (row.state === 'deleted' || row.state === 'abandoned') row.state = 'deleting';
    if (row.state !== 'intended') return null;
    await makeLive(deps, em, { booking, row, meeting, now });
    return (await wakeToPoll(em, deps, row)) ? row.connection : null;
  });
  if (connectionToSignal !== null) await deps.signals.connection(connectionToSignal, 'noticed');
}

/** A meeting that was stored: the plan of its booking, and the mails that were waiting for its link. */
export interface StoredMeeting {
  readonly bookingId: string;
  readonly plan: BookingPlan;
  readonly claims: readonly Claim[];
}

/**
 * The same of a meeting that came with its link, as its row was waiting for it: gives the lease back, plans, and claims the
 * mails that are due then, unless many stand before the mail server already, in the same transaction. Null, with nothing
 * stored, where anything is otherwise.
 */
export async function storeAndPlan(
  deps: ActivityDeps,
  { lease, ...was }: MeetingContext,
  meeting: LiveMeeting,
): Promise<StoredMeeting | null> {
  if (meeting.joinUrl === null) return null;
  const leaseEnds = leaseFromNow(deps);
  const stored = await deps.orm.em.fork().transactional(async (em) => {
    const booking = await lockBooking(em, was.booking.id);
    const facts = booking && (await readFacts(em, booking));
    const row = facts?.meetings.find(({ id }) => id === was.row.id);
    if (!facts || row?.state !== 'intended' || row.providerMeetingId || row.leaseToken !== lease.token) return null;
    keep(row, meeting);
    await makeLive(deps, em, { booking: facts.booking, row, meeting, now: facts.now });
    const isToSignal = await wakeToPoll(em, deps, row);
    Object.assign(row, { leaseToken: null, leaseUntil: null });
    noteLooked(facts.booking);
    const plan = await planOf(deps, facts, IDLE);
    const claims = plan.mailsDue && deps.mail.isIdle() ? await claimDue(deps, facts, leaseEnds) : [];
    return { bookingId: facts.booking.id, plan, claims, connectionToSignal: isToSignal ? row.connection : null };
  });
  if (stored === null) return null;
  lease.wasGivenBack();
  if (stored.connectionToSignal !== null) await deps.signals.connection(stored.connectionToSignal, 'noticed');
  return stored;
}

interface Made {
  readonly booking: Booking;
  readonly row: Conference;
  readonly meeting: LiveMeeting;
  readonly now: Date;
}

/** An intended meeting is there. */
async function makeLive(deps: ActivityDeps, em: Em, { booking, row, meeting, now }: Made): Promise<void> {
  row.state = 'live';
  await tellOfMissingLink(em, booking, row, now);
  recordEvent(em, booking, {
    at: now,
    actor: 'system',
    kind: 'conference_created',
    sentence: created(deps, row, meeting),
  });
  await queueLinkEvent(em, booking, row, now, nameOf(deps, row));
}

/** Where the meeting has its link, or never gets one; a link that is still being made is told of when it is there. */
async function queueLinkEvent(em: Em, booking: Booking, row: Conference, now: Date, name: string): Promise<void> {
  if (booking.manualLink) return;
  const { problem } = row;
  if (problem) await queueBookingEvent(em, booking, 'conference.failed', now, problemInWords(problem, name));
  else if (row.joinUrl) await queueBookingEvent(em, booking, 'conference.ready', now);
}

/** Twins of an unknown create, all but the one we keep: rows of their own, to be deleted. */
export async function storeTwins(deps: ActivityDeps, conferenceId: string, twins: readonly LiveMeeting[]) {
  if (twins.length === 0) return;
  await deps.orm.em.fork().transactional(async (em) => {
    const row = await em.findOneOrFail(Conference, { id: conferenceId });
    const known = await em.find(Conference, {
      booking: row.booking,
      providerMeetingId: { $in: twins.map(({ id }) => id) },
      state: { $in: ['live', 'ended', 'deleting'] },
    });
    for (const twin of twins)
      if (!known.some((other) => other.providerMeetingId === twin.id)) addTwin(em, row, twin, deps.now());
  });
}

/** What the provider last confirmed of a meeting. */
export function keep(row: Conference, meeting: LiveMeeting): void {
  row.providerMeetingId = meeting.id;
  row.joinUrl = meeting.joinUrl ?? row.joinUrl ?? null;
  row.linkExpected = meeting.linkExpected;
  row.syncedStartsAt = new Date(meeting.startsAt);
  row.syncedEndsAt = new Date(meeting.endsAt);
  row.problem = meeting.joinUrl === null && !meeting.linkExpected ? NO_LINK : null;
  row.failures = 0;
  row.retryAt = null;
}

/** Only the host can fix a meeting that stays without a link; a confirmation that says so supersedes this mail. */
export async function tellOfMissingLink(em: Em, booking: Booking, row: Conference, now: Date): Promise<void> {
  if (!row.problem || row.joinUrl || booking.manualLink) return;
  await enqueueMail(em, booking, { kind: 'link_missing', cause: `conference-${row.id}`, to: ['host'], now });
}

function addTwin(em: Em, row: Conference, meeting: LiveMeeting, now: Date): void {
  em.create(Conference, {
    id: randomUUIDv7(),
    booking: row.booking,
    connection: row.connection,
    provider: row.provider,
    state: 'deleting',
    marker: row.marker,
    providerMeetingId: meeting.id,
    joinUrl: meeting.joinUrl,
    createdAt: now,
  });
}

function created(deps: ActivityDeps, row: Conference, meeting: LiveMeeting): Sentence {
  const name = nameOf(deps, row);
  return meeting.joinUrl === null ? says('said.meeting_linkless', { name }) : says('said.meeting_created', { name });
}

const nameOf = ({ providers }: ActivityDeps, { provider }: Conference): string =>
  providers.require(provider).manifest.name;

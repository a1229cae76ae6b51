import { LockMode } from '@mikro-orm/postgresql';
import { askToFollow } from '#commands/connections/ask-to-follow.ts';
import { enqueueMail } from '#commands/bookings/enqueue-mail.ts';
import { recordEvent } from '#commands/bookings/record-event.ts';
import { isHeld } from '#domain/booking.ts';
import { sameTimes, timesOrNull } from '#domain/conference.ts';
import { RECOVERED } from '#domain/outbox.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { says } from '#messages/says.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../provider-calls/call-provider.ts';

/** So many meetings in a row on which the provider fails mean that the provider fails. */
const MOST_FAILURES_IN_A_ROW = 3;

/**
 * Reads meetings of ours one after the other; `done` records each. One on which the provider fails is left to its own
 * booking, which tries again after waits of its own, and keeps no other from being read.
 * @throws ProviderError when the provider seems to be down; what was recorded need not be read again
 */
export async function readMeetings(
  deps: ActivityDeps,
  connection: Connection,
  meetingIds: Iterable<string>,
  done: (meetingId: string) => Promise<void>,
): Promise<void> {
  let failuresInARow = 0;
  for (const meetingId of meetingIds) {
    const failure = await readMeeting(deps, connection, meetingId);
    await done(meetingId);
    failuresInARow = failure === null ? 0 : failuresInARow + 1;
    if (failure !== null && failuresInARow >= MOST_FAILURES_IN_A_ROW) throw failure;
  }
}

/**
 * Reads one meeting of ours and asks its booking to follow where the provider knows something else. An echo of our own
 * change reads the same and costs the booking nothing. Returns the failure of a provider that is not well.
 */
async function readMeeting(
  deps: ActivityDeps,
  connection: Connection,
  meetingId: string,
): Promise<ProviderError | null> {
  const em = deps.orm.em.fork();
  const row = await em.findOne(
    Conference,
    { connection: connection.id, provider: connection.provider, providerMeetingId: meetingId },
    { orderBy: { createdAt: 'desc' } },
  );
  if (row === null) return null;
  if (row.state !== 'live' && !(await mayBeRecovered(deps, row))) return null;
  const truth = await truthOf(deps, connection, meetingId);
  const unreadable = truth instanceof ProviderError;
  if (row.state !== 'live') {
    if (truth !== null && !unreadable) await tellIfRecovered(deps, row);
  } else if (truth === null || unreadable || !showsNothingNew(deps, row, truth)) {
    await askToFollow(deps, row.id);
  }
  return unreadable && truth.kind === 'unavailable' && !concernsOneMeeting(truth) ? truth : null;
}

/** Whether the provider shows of a live meeting only what we know. */
export const showsNothingNew = (deps: ActivityDeps, row: Conference, truth: LiveMeeting): boolean =>
  knowsTimes(row, truth) && knowsLink(deps, row, truth);

/** Whether the provider shows a time that it has confirmed, or that the host was told of. */
function knowsTimes(row: Conference, truth: LiveMeeting): boolean {
  const synced = timesOrNull(row.syncedStartsAt, row.syncedEndsAt);
  const tolerated = timesOrNull(row.toleratedStartsAt, row.toleratedEndsAt);
  return sameTimes(synced, truth) || sameTimes(tolerated, truth);
}

/** A link that appears while a call about its meeting is under way is that call's to store. */
function knowsLink(deps: ActivityDeps, row: Conference, { joinUrl }: LiveMeeting): boolean {
  return joinUrl === null || joinUrl === row.joinUrl || Boolean(row.leaseUntil && row.leaseUntil > deps.now());
}

/** One meeting that cannot be read is its booking's own affair and must not keep the others from being read. */
async function truthOf(deps: ActivityDeps, connection: Connection, meetingId: string) {
  try {
    return await callProvider(deps, connection, (provider, access) => provider.getMeeting(access, meetingId));
  } catch (error) {
    if (error instanceof ProviderError && (error.kind === 'unavailable' || concernsOneMeeting(error))) return error;
    throw error;
  }
}

function concernsOneMeeting({ kind, facts }: ProviderError): boolean {
  if (kind === 'rejected' || kind === 'conflict') return true;
  return kind === 'unavailable' && facts.status !== undefined && facts.status < 500;
}

async function mayBeRecovered(deps: ActivityDeps, row: Conference): Promise<boolean> {
  if (row.state !== 'deleted' && row.state !== 'removed_by_host') return false;
  const { status } = await deps.orm.em.fork().findOneOrFail(Booking, { id: row.booking });
  return !isHeld(status);
}

/** A meeting of an ended booking that the host brought back at the provider: told once, never deleted again. */
async function tellIfRecovered(deps: ActivityDeps, row: Conference): Promise<void> {
  const isNews = await deps.orm.em.fork().transactional(async (em) => {
    const now = deps.now();
    const booking = await em.findOneOrFail(Booking, { id: row.booking }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const cause = `${RECOVERED}${row.id}`;
    if ((await em.count(EmailDelivery, { booking: booking.id, cause })) > 0) return false;
    const sentence = says('said.recovered_there');
    recordEvent(em, booking, { at: now, actor: 'provider', kind: 'recovered_at_provider', sentence });
    await enqueueMail(em, booking, { kind: 'changed_at_provider', cause, to: ['host'], now });
    booking.nextWakeAt = now;
    return true;
  });
  if (isNews) await deps.signals.booking(row.booking, 'providerChanged');
}

import { LockMode } from '@mikro-orm/postgresql';
import { askToFollow } from '#commands/ask-to-follow.ts';
import { enqueueMail } from '#commands/enqueue-mail.ts';
import { record } from '#commands/record.ts';
import { isHeld } from '#domain/booking.ts';
import { RECOVERED } from '#domain/outbox.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import type { Connection } from '#db/entities/connection.ts';
import { EmailDelivery } from '#db/entities/email-delivery.ts';
import { ProviderError } from '#providers/provider-error.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import type { ActivityDeps } from '../deps.ts';
import { callProvider } from '../meetings/call-provider.ts';

/**
 * Reads one meeting of ours and asks its booking to follow where the provider knows something else. An echo of our own
 * change reads the same and costs the booking nothing.
 */
export async function readMeeting(deps: ActivityDeps, connection: Connection, meetingId: string): Promise<void> {
  const em = deps.orm.em.fork();
  const row = await em.findOne(
    Conference,
    { connection: connection.id, provider: connection.provider, providerMeetingId: meetingId },
    { orderBy: { createdAt: 'desc' } },
  );
  if (row === null) return;
  if (row.state !== 'live') return tellIfRecovered(deps, connection, row);
  const truth = await truthOf(deps, connection, meetingId);
  const same = truth !== null && truth !== UNREADABLE && sameTimes(row, truth) && knowsLink(deps, row, truth);
  if (!same) await askToFollow(deps, row.id);
}

function sameTimes(row: Conference, { startsAt, endsAt }: LiveMeeting): boolean {
  return startsAt === row.syncedStartsAt?.getTime() && endsAt === row.syncedEndsAt?.getTime();
}

/** A link that appears while a call about its meeting is under way is that call's to store. */
function knowsLink(deps: ActivityDeps, row: Conference, { joinUrl }: LiveMeeting): boolean {
  return joinUrl === null || joinUrl === row.joinUrl || Boolean(row.leaseUntil && row.leaseUntil > deps.now());
}

const UNREADABLE = Symbol('unreadable');

/** One meeting that cannot be read is its booking's own affair and must not keep the others from being read. */
async function truthOf(deps: ActivityDeps, connection: Connection, meetingId: string) {
  try {
    return await callProvider(
      deps,
      connection,
      async () => {},
      (provider, access) => provider.getMeeting(access, meetingId),
    );
  } catch (error) {
    if (error instanceof ProviderError && concernsOneMeeting(error)) return UNREADABLE;
    throw error;
  }
}

function concernsOneMeeting({ kind, facts }: ProviderError): boolean {
  if (kind === 'rejected' || kind === 'conflict') return true;
  return kind === 'unavailable' && facts.status !== undefined && facts.status < 500;
}

/** A meeting of an ended booking that the host brought back at the provider: told once, never deleted again. */
async function tellIfRecovered(deps: ActivityDeps, connection: Connection, row: Conference): Promise<void> {
  if (row.state !== 'deleted' && row.state !== 'removed_by_host') return;
  const { status } = await deps.orm.em.fork().findOneOrFail(Booking, { id: row.booking });
  if (isHeld(status)) return;
  const truth = await truthOf(deps, connection, row.providerMeetingId ?? '');
  if (truth === null || truth === UNREADABLE) return;
  const isNews = await deps.orm.em.fork().transactional(async (em) => {
    const now = deps.now();
    const booking = await em.findOneOrFail(Booking, { id: row.booking }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const cause = `${RECOVERED}${row.id}`;
    if ((await em.count(EmailDelivery, { booking: booking.id, cause })) > 0) return false;
    const text = 'The meeting of this ended booking was brought back at the meeting platform. It was left there.';
    record(em, booking, { at: now, actor: 'provider', kind: 'recovered_at_provider', text });
    await enqueueMail(em, booking, { kind: 'changed_at_provider', cause, to: ['host'], now });
    booking.nextWakeAt = now;
    return true;
  });
  if (isNews) await deps.signals.booking(row.booking, 'providerChanged');
}

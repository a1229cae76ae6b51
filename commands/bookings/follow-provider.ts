import { LockMode } from '@mikro-orm/postgresql';
import { NO_LINK, timesOrNull } from '#domain/conference.ts';
import { isInStep, LINK_PATIENCE_MS } from '#domain/meeting-situation.ts';
import { movedAtProvider } from '#domain/three-way-merge.ts';
import { Booking } from '#db/entities/booking.ts';
import { Conference } from '#db/entities/conference.ts';
import { User } from '#db/entities/user.ts';
import { type Em, hostTransaction } from '#db/host-transaction.ts';
import type { LiveMeeting } from '#providers/provider.ts';
import { deliverExpired } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { problemInWords, queueBookingEvent } from '#commands/webhooks/queue-events.ts';
import { says } from '#messages/says.ts';
import { endBooking } from './end-booking.ts';
import { expireOverdueHolds } from './end-overdue.ts';
import { type Case, followMove } from './follow-move.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { changeWithin } from './record-event.ts';
import { followLink } from './follow-link.ts';

interface Follow {
  readonly conferenceId: string;
  /** The meeting as the provider has just shown it; null where it is gone. */
  readonly truth: LiveMeeting | null;
  /** The question this answers; a newer one stays asked. */
  readonly askedAt: Date | null;
  /** The truth was read after every write of ours with unknown outcome: what differs now is undone. */
  readonly writesLanded?: boolean;
}

/** Holds the provider's truth against the booking and follows it where the host moved or deleted the meeting there. */
export async function followProvider(deps: CommandDeps, follow: Follow): Promise<void> {
  const { conferenceId, truth, askedAt, writesLanded } = follow;
  const found = await deps.orm.em.fork().findOne(Conference, { id: conferenceId }, { fields: ['booking'] });
  const owner = found && (await deps.orm.em.fork().findOne(Booking, { id: found.booking }, { fields: ['host'] }));
  if (!owner) return;
  const expired = await hostTransaction(deps.orm, owner.host, async (em) => {
    const now = deps.now();
    // Else a hold that has run out would still stand in the way of the new time.
    const overdue = await expireOverdueHolds(em, owner.host, now);
    const booking = await em.findOneOrFail(Booking, { id: owner.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const row = await em.findOneOrFail(Conference, { id: conferenceId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (row.followAskedAt && row.followAskedAt.getTime() === askedAt?.getTime()) row.followAskedAt = null;
    booking.nextWakeAt = now;
    if (row.state !== 'live' || booking.status !== 'confirmed' || booking.endsAt <= now) return overdue;
    // Once the meeting has begun only its link is still news.
    if (!row.joinUrl && (truth !== null || booking.startsAt <= now))
      await followPendingLink(em, deps, { booking, row, now }, truth);
    if (booking.startsAt <= now) return overdue;
    const host = await em.findOneOrFail(User, { id: booking.host });
    if (truth === null) await followDeletion(em, deps, { booking, row, host, now });
    else if (writesLanded) settleWrites(booking, row, truth);
    else await followTimes(em, deps, { booking, row, host, now }, truth);
    return overdue;
  });
  await deliverExpired(deps, expired);
}

/**
 * A link that was still being made: it is there, or looked for again after a growing wait, or abandoned, and the host
 * is told.
 */
async function followPendingLink(
  em: Em,
  { config, providers }: CommandDeps,
  { booking, row, now }: Omit<Case, 'host'>,
  truth: LiveMeeting | null,
) {
  if (truth?.joinUrl) return followLink(em, booking, row, truth.joinUrl, now);
  const madeFor = now.getTime() - (row.calledAt ?? row.createdAt).getTime();
  row.retryAt = new Date(now.getTime() + Math.min(Math.max(madeFor, config.RETRY_AFTER_MS), config.RETRY_CAP_MS));
  row.linkExpected = truth !== null && truth.linkExpected && madeFor < LINK_PATIENCE_MS;
  if (row.linkExpected) return;
  row.problem = NO_LINK;
  const cause = `conference-${row.id}`;
  if (booking.manualLink) return;
  await enqueueMail(em, booking, { kind: 'link_missing', cause, to: ['host'], now });
  const { name } = providers.require(row.provider).manifest;
  await queueBookingEvent(em, booking, 'conference.failed', now, problemInWords(NO_LINK, name));
}

/**
 * Gone by a direct read: the host deleted it, unless a change of ours is still to be pushed (then it is created again).
 */
async function followDeletion(em: Em, deps: CommandDeps, { booking, row, host, now }: Case): Promise<void> {
  const name = deps.providers.require(row.provider).manifest.name;
  if (!isInStep({ booking, row })) {
    row.state = 'deleted';
    return;
  }
  row.state = 'removed_by_host';
  booking.linkWanted = false;
  const sentence = says('said.deleted_there', { name });
  if (host.onProviderDelete === 'cancel') {
    await endBooking(em, booking, { status: 'cancelled', by: 'provider', reason: null, now });
    changeWithin(em, booking, {
      at: now,
      actor: 'provider',
      kind: 'cancelled',
      sentence: says('said.deleted_there_cancelled', { name }),
    });
    return;
  }
  changeWithin(em, booking, { at: now, actor: 'provider', kind: 'deleted_at_provider', sentence });
  await enqueueMail(em, booking, { kind: 'changed_at_provider', cause: `removed-${row.id}`, to: ['host'], now });
}

async function followTimes(em: Em, deps: CommandDeps, { booking, row, host, now }: Case, truth: LiveMeeting) {
  if (truth.joinUrl !== null && truth.joinUrl !== row.joinUrl) await followLink(em, booking, row, truth.joinUrl, now);
  // A write of ours may land after this look: what was read says nothing about the host.
  if (row.writeMayLandUntil) return;
  const isMove = movedAtProvider({
    base: timesOrNull(row.syncedStartsAt, row.syncedEndsAt),
    ours: { startsAt: booking.startsAt.getTime(), endsAt: booking.endsAt.getTime() },
    theirs: truth,
    tolerated: timesOrNull(row.toleratedStartsAt, row.toleratedEndsAt),
  });
  if (isMove) await followMove(em, deps, { booking, row, host, now }, truth);
}

/** Where a late write of ours has left the meeting at a former time, the booking's is pushed again. */
function settleWrites(booking: Booking, row: Conference, truth: LiveMeeting): void {
  row.writeMayLandUntil = null;
  row.syncedStartsAt = new Date(truth.startsAt);
  row.syncedEndsAt = new Date(truth.endsAt);
  if (isInStep({ booking, row })) return;
  row.problem = null;
  row.retryAt = null;
}

import { LockMode } from '@mikro-orm/postgresql';
import { isHeld } from '#domain/booking.ts';
import { completeWithin, isOver } from '#commands/complete-booking.ts';
import { expireWithin } from '#commands/expire-holds.ts';
import { forgetGuest } from '#commands/forget-guest.ts';
import { loadShown } from '#commands/shown.ts';
import { databaseTime } from '#db/database-time.ts';
import { Booking } from '#db/entities/booking.ts';
import type { Em } from '#db/host-transaction.ts';
import type { BookingPlan, GaveUp } from '#workflows/messages.ts';
import type { ActivityDeps } from '../deps.ts';
import { activityTimings } from '../timings.ts';
import { backOff } from './back-off.ts';
import { planConference } from './plan-conference.ts';
import { planMails } from './plan-mails.ts';
import { soonest, type Wake } from './wake.ts';

export interface Situation {
  readonly gaveUp: readonly GaveUp[];
  readonly busy: readonly GaveUp['lane'][];
}

/**
 * Looks at a booking and says what is owed, in one short transaction: completes and expires it, commits intents, queues
 * mails and due reminders, sets back-offs and the next wake time. All times are the database's.
 */
export async function planBooking(deps: ActivityDeps, bookingId: string, situation: Situation): Promise<BookingPlan> {
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const booking = await em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (booking === null) return gone(deps, now);
    // This plan sees every change up to here, whether or not its signal was ever accepted.
    booking.deliveredRevision = booking.revision;
    booking.lateSince = null;
    await advance(em, booking, now);
    await backOff(em, deps, booking, situation.gaveUp, now);
    const conference = await planConference(em, deps, booking, now);
    await em.flush();
    const shown = await loadShown(em, deps, booking);
    const mails = await planMails(em, deps, booking, shown, now);
    const busy = situation.busy.length > 0;
    const step = busy && situation.busy.includes('conference') ? null : conference.step;
    const done = !isHeld(booking.status) && !conference.owed && !mails.owed;
    const next = soonest([...ownTimes(booking), ...conference.wakes, ...mails.wakes]);
    const inFlight = busy || step !== null || mails.due;
    const latest = inFlight ? now.getTime() + deps.config.ACTIVITY_BUDGET_MS : Infinity;
    const wakeAt = Math.min(next?.at ?? Infinity, latest);
    booking.nextWakeAt = done && !inFlight ? null : Number.isFinite(wakeAt) ? new Date(wakeAt) : null;
    await forgetGuest(em, booking, now);
    return {
      revision: booking.revision,
      status: booking.status,
      conferenceStatus: shown.status,
      hostId: booking.host,
      provider: deps.providers.get(booking.location.kind)?.manifest.id ?? null,
      startsAt: booking.startsAt.getTime(),
      conference: step,
      mailsDue: mails.due,
      wakeAt: next?.at ?? null,
      wakeInMs: next === null ? 0 : Math.max(1, next.at - now.getTime()),
      waitingFor: next?.what ?? 'a signal',
      done,
      timings: activityTimings(deps.config),
    };
  });
}

async function advance(em: Em, booking: Booking, now: Date): Promise<void> {
  if (booking.status === 'pending' && booking.holdEndsAt && booking.holdEndsAt <= now) {
    await expireWithin(em, booking, now);
  } else if (isOver(booking, now)) {
    completeWithin(em, booking, now);
  }
}

function ownTimes(booking: Booking): Wake[] {
  if (booking.status === 'pending' && booking.holdEndsAt)
    return [{ at: booking.holdEndsAt.getTime(), what: "waits for the host's confirmation" }];
  if (booking.status === 'confirmed') return [{ at: booking.endsAt.getTime(), what: "the meeting's end" }];
  return [];
}

function gone(deps: ActivityDeps, now: Date): BookingPlan {
  return {
    revision: 0,
    status: 'erased',
    conferenceStatus: 'none',
    hostId: 'none',
    provider: null,
    startsAt: now.getTime(),
    conference: null,
    mailsDue: false,
    wakeAt: null,
    wakeInMs: 0,
    waitingFor: 'nothing',
    done: true,
    timings: activityTimings(deps.config),
  };
}

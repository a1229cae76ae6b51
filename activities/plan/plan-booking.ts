import { isHeld } from '#domain/booking.ts';
import { awaitsAnswer, dueEvent } from '#domain/booking-transitions.ts';
import { advanceByClock } from '#commands/bookings/end-overdue.ts';
import { changeWithin } from '#commands/bookings/record-event.ts';
import { forgetGuest } from '#commands/privacy/forget-guest.ts';
import { type ConferenceView, conferenceViewOf } from '#commands/bookings/conference-view.ts';
import { databaseTime } from '#db/database-time.ts';
import type { Booking } from '#db/entities/booking.ts';
import { type BookingPlan, type GaveUp, PRIORITY, type WaitingFor } from '#workflows/plan-types.ts';
import { type BookingFacts, lockBooking, readFacts } from '../booking-facts.ts';
import type { ActivityDeps } from '../deps.ts';
import { backOff } from './back-off.ts';
import { activityTimings, afterReminder, asTimer, nextWakeAt, soonest, type Wake } from './next-wake.ts';
import { planConference } from './plan-conference.ts';
import { planMails } from './plan-mails.ts';
import { loadResult, recentEvents } from './workflow-summary.ts';

export interface Situation {
  readonly gaveUp: readonly GaveUp[];
  readonly busy: readonly GaveUp['lane'][];
}

/** Nothing is under way, and nothing gave up. */
export const IDLE: Situation = { gaveUp: [], busy: [] };

/**
 * Looks at a booking and says what is due, in one short transaction: completes and expires it, commits intents, queues
 * mails and due reminders, sets back-offs and the next wake time. All times are the database's.
 */
export async function planBooking(deps: ActivityDeps, bookingId: string, situation: Situation): Promise<BookingPlan> {
  return deps.orm.em.fork().transactional(async (em) => {
    const booking = await lockBooking(em, bookingId);
    if (booking === null) return erasedPlan(deps, await databaseTime(em));
    noteLooked(booking);
    return planOf(deps, await readFacts(em, booking), situation);
  });
}

/** The plan that follows is its workflow's: it sees every change up to here, whether or not its signal was ever accepted. */
export function noteLooked(booking: Booking): void {
  booking.deliveredRevision = booking.revision;
  booking.lateSince = null;
}

/** The same plan within a transaction that has read what there is to know of the booking, and may have changed it. */
export async function planOf(deps: ActivityDeps, read: BookingFacts, situation: Situation): Promise<BookingPlan> {
  const { em, booking } = read;
  const facts = await advance(read);
  const { now } = facts;
  backOff(deps, facts, situation.gaveUp);
  const conference = await planConference(deps, facts);
  const shown = conferenceViewOf(deps, booking, facts);
  const mails = await planMails(deps, facts, shown);
  const step = situation.busy.includes('conference') ? null : conference.step;
  const done = !isHeld(booking.status) && !conference.isPending && !mails.isPending;
  const wakes = [...ownTimes(booking), ...conference.wakes, ...mails.wakes];
  const isBusy = situation.busy.length > 0 || step !== null || mails.due;
  booking.nextWakeAt = nextWakeAt([...wakes, ...mails.reminders.map(afterReminder)], deps.config, { isBusy, now });
  const reminder = soonest(mails.reminders);
  booking.nextReminderAt = reminder && new Date(reminder.at);
  forgetRemovedGuests(facts);
  await forgetGuest(em, booking, now);
  await em.flush();
  return {
    revision: booking.revision,
    status: booking.status,
    conferenceStatus: conferenceStatus(booking, shown),
    hostId: booking.host,
    provider: deps.providers.get(booking.location.kind)?.manifest.id ?? null,
    startsAt: booking.startsAt.getTime(),
    conference: step,
    mailsDue: mails.due,
    mailsPriority: mails.priority,
    timers: wakes.map((wake) => asTimer(wake, now)),
    reminders: mails.reminders.map((wake) => asTimer(wake, now)),
    waitingFor: waitingFor({
      done,
      // Once the meeting is made, its lane sends the mails that waited for it.
      conference: step !== null || (situation.busy.includes('conference') && conference.isPending),
      mails: mails.due || situation.busy.includes('mails'),
      wakes,
    }),
    isPassing: situation.busy.length === 0 && (step !== null || mails.due),
    problem: shown.problem?.code ?? null,
    story: recentEvents(facts),
    result: done ? await loadResult(em, booking) : null,
    done,
    timings: activityTimings(deps.config),
  };
}

/** A further guest whom the host removed is forgotten once no mail to them is left. */
function forgetRemovedGuests({ em, mails, furtherGuests }: BookingFacts): void {
  const open = mails.filter(({ state }) => state === 'queued' || state === 'claimed');
  for (const guest of furtherGuests)
    if (guest.removedAt && !open.some(({ about }) => about === guest.id)) em.remove(guest);
}

/** What there is to know of a booking once the clock's work on it is done. */
async function advance(facts: BookingFacts): Promise<BookingFacts> {
  const { em, booking } = facts;
  if (dueEvent(booking, facts.now) === null) return facts;
  await advanceByClock(em, booking, facts.now, changeWithin);
  await em.flush();
  return readFacts(em, booking);
}

function ownTimes(booking: Booking): Wake[] {
  const { status, holdEndsAt, endsAt } = booking;
  const reason = status === 'pending' ? "waits for the host's confirmation" : "waits for the host's word on a new time";
  const answer: Wake[] =
    awaitsAnswer(booking) && holdEndsAt ? [{ at: holdEndsAt.getTime(), reason, waitsFor: 'confirmation' }] : [];
  const end: Wake[] =
    status === 'confirmed' ? [{ at: endsAt.getTime(), reason: "the meeting's end", waitsFor: 'time' }] : [];
  return [...answer, ...end];
}

/** Of a request that its host has not confirmed yet nothing has been asked at the provider. */
function conferenceStatus({ status, confirmedAt }: Booking, shown: ConferenceView): string {
  return status === 'pending' && !confirmedAt && shown.status === 'pending' ? 'not_asked' : shown.status;
}

interface Waits {
  readonly done: boolean;
  /** Whether calls to the provider, and mails, are under way. */
  readonly conference: boolean;
  readonly mails: boolean;
  readonly wakes: readonly Wake[];
}

/** The one thing a booking waits for most: what is under way, then what keeps it from going on, then time. */
function waitingFor({ done, conference, mails, wakes }: Waits): WaitingFor {
  if (conference) return 'provider';
  if (mails) return 'mail';
  if (done) return 'nothing';
  const all = wakes.map(({ waitsFor }) => waitsFor);
  const order = ['confirmation', 'reconnect', 'provider', 'mail'] as const;
  return order.find((kind) => all.includes(kind)) ?? 'time';
}

function erasedPlan(deps: ActivityDeps, now: Date): BookingPlan {
  return {
    revision: 0,
    status: 'erased',
    conferenceStatus: 'none',
    hostId: 'none',
    provider: null,
    startsAt: now.getTime(),
    conference: null,
    mailsDue: false,
    mailsPriority: PRIORITY.usual,
    timers: [],
    waitingFor: 'nothing',
    problem: null,
    story: [],
    result: { status: 'erased', conference: 'none', mails: {} },
    done: true,
    timings: activityTimings(deps.config),
  };
}

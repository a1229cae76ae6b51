import { LockMode } from '@mikro-orm/postgresql';
import { databaseTime } from '#db/database-time.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { backOffMs } from '#domain/retry-policy.ts';
import type { CalendarPlan } from '#workflows/plan-types.ts';
import type { ActivityDeps } from '../deps.ts';
import { activityTimings, asTimer, nextWakeAt, soonest, type Wake } from '../plan/next-wake.ts';
import { planCalendarMails } from './calendar-mails.ts';

interface Situation {
  readonly busy: readonly string[];
  /** The last reading broke off without telling why. */
  readonly gaveUp: boolean;
}

/** Looks at a calendar and says what is due, in one short transaction; every run begins with it. */
export async function planCalendar(deps: ActivityDeps, id: string, situation: Situation): Promise<CalendarPlan> {
  return deps.orm.em.fork().transactional(async (em) => {
    const now = await databaseTime(em);
    const calendar = await em.findOne(Calendar, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (calendar === null) return stoppedPlan(deps);
    // This plan sees every change up to here, whether or not its signal was ever accepted.
    calendar.deliveredRevision = calendar.revision;
    calendar.lateSince = null;
    if (situation.gaveUp) noteFailure(deps, calendar, now);
    const mails = await planCalendarMails(em, deps, calendar, now);
    const readAt = nextReading(deps, calendar, now);
    const readDue = readAt.at <= now.getTime();
    const wakes = readDue ? mails.wakes : [readAt, ...mails.wakes];
    calendar.nextWakeAt = nextWakeAt(wakes, deps.config, {
      isBusy: situation.busy.length > 0 || readDue || mails.due,
      now,
    });
    const next = soonest(wakes);
    return {
      state: calendar.state,
      hostId: calendar.host,
      readDue: readDue && !situation.busy.includes('reading'),
      mailsDue: mails.due,
      next: next && asTimer(next, now),
      problem: calendar.problem ?? null,
      done: false,
      timings: activityTimings(deps.config),
    };
  });
}

/**
 * When a calendar is read next: at once where the host asks or it never was, after a failure when its wait is over, and
 * sooner than usual while the host looks at it.
 */
function nextReading({ config }: ActivityDeps, calendar: Calendar, now: Date): Wake {
  const { triedAt, retryAt, checkAskedAt, watchedUntil } = calendar;
  if (checkAskedAt || !triedAt) return { at: now.getTime(), reason: 'a reading', waitsFor: 'time' };
  if (retryAt) return { at: retryAt.getTime(), reason: 'another try', waitsFor: 'provider' };
  const isWatched = Boolean(watchedUntil && watchedUntil > now);
  const every = isWatched ? config.CALENDAR_WATCHED_MS : config.CALENDAR_READ_MS * (0.9 + 0.2 * spread(calendar.id));
  return { at: triedAt.getTime() + every, reason: 'the next reading', waitsFor: 'time' };
}

/** Between 0 and 1, the same for the same calendar, so that readings of many do not fall together. */
function spread(id: string): number {
  return Number.parseInt(id.slice(-4), 16) / 0xffff;
}

function noteFailure({ config }: ActivityDeps, calendar: Calendar, now: Date): void {
  calendar.state = 'unreadable';
  calendar.problem = 'failed';
  calendar.troubleSince ??= now;
  calendar.triedAt = now;
  calendar.checkAskedAt = null;
  calendar.retryAt = new Date(now.getTime() + backOffMs(config, calendar.failures));
  calendar.failures += 1;
}

function stoppedPlan({ config }: ActivityDeps): CalendarPlan {
  return {
    state: 'stopped',
    hostId: 'none',
    readDue: false,
    mailsDue: false,
    next: null,
    problem: null,
    done: true,
    timings: activityTimings(config),
  };
}

import { openAddress } from '#commands/calendars/calendar-address.ts';
import { databaseTime } from '#db/database-time.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import { isRunningOut, windowAt } from '#domain/calendars/calendar.ts';
import type { BusyTimes } from '#domain/calendars/read-calendar.ts';
import { backOffMs } from '#domain/retry-policy.ts';
import { type ActivityResult, timed } from '../activity-result.ts';
import type { ActivityDeps } from '../deps.ts';
import { type Fetched, fetchCalendar } from './fetch-calendar.ts';
import { ownEntries } from './our-entries.ts';
import { readInThread } from './read-in-thread.ts';
import { CalendarUnreadable } from './unreadable.ts';

/**
 * Reads a calendar and keeps from when to when its owner is busy. Where that does not work the times of the last reading
 * stay as they are, and the reason is kept. Nothing is fetched inside a transaction.
 */
export function readCalendarNow(deps: ActivityDeps, calendarId: string): Promise<ActivityResult> {
  return timed(async () => {
    const em = deps.orm.em.fork();
    const calendar = await em.findOne(Calendar, { id: calendarId }, { populate: ['address'] });
    if (calendar === null) return 'nothing';
    const startedAt = await databaseTime(em);
    try {
      const fetched = await fetchOf(deps, calendar, startedAt);
      const read = fetched === 'unchanged' ? null : await readText(em, deps, calendar, fetched.text, startedAt);
      await keep(deps, calendarId, { fetched, read, startedAt });
      return 'read';
    } catch (error) {
      if (!(error instanceof CalendarUnreadable)) throw error;
      await keepFailure(deps, calendarId, error, startedAt);
      return { outcome: 'refused', code: error.problem };
    }
  });
}

function fetchOf({ config }: ActivityDeps, calendar: Calendar, now: Date): Promise<Fetched> {
  const address = new URL(openAddress(config, calendar.id, calendar.address));
  // What is known gets older although nothing changes: now and then the whole of it is read.
  const isFresh = calendar.knownUntil && !isRunningOut(calendar.knownUntil.getTime(), now.getTime());
  const known = isFresh ? { etag: calendar.etag ?? null, lastModified: calendar.lastModified ?? null } : {};
  return fetchCalendar(address, known, { allowed: config.OUTBOUND_ALLOW, timeoutMs: config.CALENDAR_TIMEOUT_MS });
}

async function readText(em: Em, { config }: ActivityDeps, { host }: Calendar, text: string, now: Date) {
  const { timeZone } = await em.findOneOrFail(User, { id: host });
  // After the fetch: what stands in the text was booked before it.
  const ours = await ownEntries(em, host, config);
  return readInThread(text, { window: windowAt(now.getTime()), timeZone, ours });
}

interface Done {
  readonly fetched: Fetched;
  /** Null where nothing has changed. */
  readonly read: BusyTimes | null;
  readonly startedAt: Date;
}

async function keep({ orm }: ActivityDeps, id: string, { fetched, read, startedAt }: Done): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const [calendar] = await em.execute<{ host_id: string }[]>(
      `update calendars set state = 'ok', problem = null, trouble_since = null, read_at = ?, tried_at = ?, failures = 0,
          retry_at = null, check_asked_at = case when check_asked_at > ? then check_asked_at end
        where id = ? returning host_id`,
      [startedAt, startedAt, startedAt, id],
    );
    if (calendar === undefined || read === null || fetched === 'unchanged') return;
    await em.execute('update calendars set known_until = ?, skipped = ?, etag = ?, last_modified = ? where id = ?', [
      new Date(windowAt(startedAt.getTime()).to),
      read.skipped,
      fetched.etag,
      fetched.lastModified,
      id,
    ]);
    const times = (pick: 'from' | 'to') => `{${read.busy.map((one) => new Date(one[pick]).toISOString()).join(',')}}`;
    // Only what differs is written: most readings change little.
    await em.execute(
      `with given as (select * from unnest(?::timestamptz[], ?::timestamptz[]) as times (starts_at, ends_at)),
         gone as (delete from busy_times b where calendar_id = ? and not exists (
           select 1 from given g where g.starts_at = b.starts_at and g.ends_at = b.ends_at) returning starts_at)
       select count(*) from gone`,
      [times('from'), times('to'), id],
    );
    await em.execute(
      `insert into busy_times (calendar_id, host_id, starts_at, ends_at)
         select ?, ?, starts_at, ends_at from unnest(?::timestamptz[], ?::timestamptz[]) as times (starts_at, ends_at)
         on conflict do nothing`,
      [id, calendar.host_id, times('from'), times('to')],
    );
  });
}

async function keepFailure({ orm, config }: ActivityDeps, id: string, error: CalendarUnreadable, at: Date) {
  await orm.em.fork().transactional(async (em) => {
    const [row] = await em.execute<{ failures: number }[]>('select failures from calendars where id = ? for update', [
      id,
    ]);
    if (row === undefined) return;
    const waitMs = Math.max(backOffMs(config, row.failures), error.retryAfterMs ?? 0);
    await em.execute(
      `update calendars set state = 'unreadable', problem = ?, trouble_since = coalesce(trouble_since, ?), tried_at = ?,
          failures = failures + 1, retry_at = ?, check_asked_at = case when check_asked_at > ? then check_asked_at end
        where id = ?`,
      [error.problem, at, at, new Date(at.getTime() + waitMs), at, id],
    );
  });
}

import { LockMode } from '@mikro-orm/postgresql';
import { deliverCalendar } from '#commands/shared/deliver-signals.ts';
import type { CommandDeps } from '#commands/shared/deps.ts';
import { Refusal } from '#commands/shared/refusal.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { noteHostChange } from '#db/host-changes.ts';
import { says } from '#messages/says.ts';

interface OneCalendar {
  readonly hostId: string;
  readonly calendarId: string;
}

/** The host asks for the calendar to be read now, also where it waits after a failure. @throws Refusal `not_found` */
export async function checkCalendar(deps: CommandDeps, { hostId, calendarId }: OneCalendar): Promise<Calendar> {
  const calendar = await deps.orm.em.fork().transactional(async (em) => {
    const found = await em.findOne(
      Calendar,
      { id: calendarId, host: hostId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (found === null) throw new Refusal('not_found', says('said.calendar_not_found'));
    const now = deps.now();
    Object.assign(found, { checkAskedAt: now, revision: found.revision + 1, nextWakeAt: now });
    return found;
  });
  await deliverCalendar(deps, calendar, 'check');
  return calendar;
}

/** How long after a look at the page calendars are read more often, milliseconds; the page looks again sooner. */
const WATCHED_MS = 2 * 60_000;

/** The host looks at the calendars: from now on they are read more often for a while. */
export async function watchCalendars(deps: CommandDeps, hostId: string): Promise<void> {
  const now = deps.now();
  const ends = new Date(now.getTime() + WATCHED_MS);
  const halfway = new Date(now.getTime() + WATCHED_MS / 2);
  const watched = await deps.orm.em.fork().execute<{ id: string; revision: number }[]>(
    `update calendars set watched_until = ?, revision = revision + 1, next_wake_at = least(next_wake_at, ?)
      where host_id = ? and (watched_until is null or watched_until < ?) returning id, revision`,
    [ends, now, hostId, halfway],
  );
  await Promise.all(watched.map((calendar) => deliverCalendar(deps, calendar, 'watched')));
}

/**
 * The host no longer uses a calendar: its address and its busy times are gone at once, and its workflow ends.
 * @throws Refusal `not_found`
 */
export async function stopCalendar(deps: CommandDeps, { hostId, calendarId }: OneCalendar): Promise<void> {
  const deleted = await deps.orm.em
    .fork()
    .execute<unknown[]>('delete from calendars where id = ? and host_id = ? returning id', [calendarId, hostId]);
  noteHostChange(hostId);
  if (deleted.length === 0) throw new Refusal('not_found', says('said.calendar_not_found'));
  await deps.signals.calendar(calendarId, 'stopped');
}

import { LockMode } from '@mikro-orm/postgresql';
import { enqueueCalendarMail } from '#commands/bookings/enqueue-mail.ts';
import { Calendar } from '#db/entities/calendar.ts';
import { User } from '#db/entities/user.ts';
import type { Em } from '#db/host-transaction.ts';
import type { CalendarMail } from '#mail/message.ts';
import { renderCalendarMail } from '#mail/render.ts';
import { mailLocale } from '#mail/texts.ts';
import type { ActivityDeps } from '../deps.ts';
import { renderOptions } from '../mails/compose-mail.ts';
import { causeOf, openMails, passedOf, sendTroubleMails } from '../mails/trouble-mails.ts';
import type { Wake } from '../plan/next-wake.ts';

/** The host is mailed an hour after a calendar became unreadable, and on these days; 0 stands for that hour. */
const NOTICE_DAYS = [0, 1, 3, 7] as const;

/** Queues the mail of the newest day reached; days missed while everything was down are not made up for. */
export async function planCalendarMails(em: Em, { config }: ActivityDeps, calendar: Calendar, now: Date) {
  const wakes: Wake[] = [];
  const since = calendar.troubleSince;
  if (since) {
    const dueAt = (day: number) =>
      since.getTime() + (day === 0 ? config.CALENDAR_NOTICE_MS : day * config.NOTICE_DAY_MS);
    const day = NOTICE_DAYS.findLast((day) => dueAt(day) <= now.getTime());
    if (day !== undefined)
      await enqueueCalendarMail(em, calendar.id, { kind: 'calendar_unreadable', cause: causeOf(since, day), now });
    const next = NOTICE_DAYS.find((day) => dueAt(day) > now.getTime());
    if (next !== undefined) wakes.push({ at: dueAt(next), reason: 'the mail to its host', waitsFor: 'mail' });
  }
  const open = await openMails(em, { calendar: calendar.id }, 'the next mail', now);
  return { due: open.due, wakes: [...wakes, ...open.wakes] };
}

/** Sends the host the newest queued mail of the present outage of a calendar. Returns what went to whom. */
export function sendCalendarMails(deps: ActivityDeps, calendarId: string): Promise<string[]> {
  return sendTroubleMails<Calendar>(deps, {
    mails: { calendar: calendarId },
    lock: (em) => em.findOne(Calendar, { id: calendarId }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
    troubleSince: (calendar) => calendar.troubleSince,
    write: async (em, mail, { id, name, host, readAt, problem }) => {
      const {
        name: hostName,
        email: hostEmail,
        timeZone,
        locale,
        hourCycle,
      } = await em.findOneOrFail(User, { id: host });
      return renderCalendarMail(
        {
          calendarId: id,
          calendarName: name,
          hostName,
          hostEmail,
          readerTimeZone: timeZone,
          readerLocale: mailLocale('host', locale),
          readerHourCycle: hourCycle,
          writtenAt: deps.now().getTime(),
          readAt: readAt?.getTime() ?? null,
          problem: problem ?? 'failed',
          day: Number(passedOf(mail)) as CalendarMail['day'],
          pageUrl: `${deps.config.PUBLIC_URL}/scheduler/availability`,
        },
        renderOptions(deps),
      );
    },
  });
}

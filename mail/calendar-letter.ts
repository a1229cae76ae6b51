import type { Letter } from '#mail/letter.ts';
import type { CalendarMail, MailContext } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { hostTextsIn, paragraph } from '#mail/texts.ts';
import { momentOf } from '#mail/times.ts';

/** What a host is told when a calendar that blocks times cannot be read: after an hour, then after 1, 3 and 7 days. */
export function calendarLetter(mail: CalendarMail, { supportEmail, publicUrl }: MailContext): Letter {
  const t = hostTextsIn(mail.readerLocale);
  const { day: days, problem, readAt } = mail;
  const name = oneLine(mail.calendarName);
  const href = webLink(mail.pageUrl);
  const sentences = [
    paragraph(t, t('trouble.calendar.unread', { days, name }), t(`trouble.calendar.${problem}`)),
    readAt === null ? t('trouble.calendar.no_times') : t('trouble.calendar.old_times'),
    t('trouble.calendar.advice'),
  ];
  return {
    language: t.language,
    tone: 'waiting',
    badge: t('trouble.calendar.badge'),
    heading: t('trouble.calendar.heading'),
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: t('trouble.calendar.open'), href },
    facts: [
      { label: t('trouble.calendar.name'), value: name },
      {
        label: t('trouble.calendar.last_read'),
        value: readAt === null ? t('trouble.calendar.never') : momentOf(readAt, mail),
      },
    ],
    notes: days === 7 ? [t('trouble.last_availability')] : [],
    links: [],
    calendars: [],
    footer: [t('trouble.calendar.why')],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

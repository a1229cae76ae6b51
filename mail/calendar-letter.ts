import type { Letter } from '#mail/letter.ts';
import type { CalendarMail, MailContext } from '#mail/message.ts';
import { oneLine, webLink } from '#mail/plain-words.ts';
import { momentOf } from '#mail/times.ts';

/** What a host is told when a calendar that blocks times cannot be read: after an hour, then after 1, 3 and 7 days. */
export function calendarLetter(mail: CalendarMail, { supportEmail, publicUrl }: MailContext): Letter {
  const name = oneLine(mail.calendarName);
  const href = webLink(mail.pageUrl);
  const sentences = [
    `We haven’t been able to read your calendar “${name}” for ${mail.day === 0 ? 'an hour' : daysOf(mail.day)}. ${REASONS[mail.problem]}`,
    mail.readAt === null
      ? 'Because we have never read it, we don’t know when you’re busy, and guests can’t book any time until we can read it.'
      : 'The busy times we last read still block your slots. Newer changes in that calendar are missing.',
    'We keep trying. Check the address, or stop using this calendar to offer your times without it.',
  ];
  return {
    language: 'en',
    tone: 'waiting',
    badge: 'Calendar can’t be read',
    heading: 'We can’t read your calendar',
    preview: sentences[0] ?? '',
    sentences,
    when: null,
    formerTime: null,
    action: href === null ? null : { label: 'Open availability', href },
    facts: [
      { label: 'Calendar', value: name },
      { label: 'Last read', value: mail.readAt === null ? 'Never' : momentOf(mail.readAt, mail) },
    ],
    notes: mail.day === 7 ? ['This is our last reminder. Your availability page keeps showing it.'] : [],
    links: [],
    calendars: [],
    footer: ['You’re receiving this email because this calendar blocks times on your booking page.'],
    unsubscribe: null,
    support: { address: supportEmail, home: publicUrl },
  };
}

const daysOf = (day: number) => (day === 1 ? 'a day' : `${day} days`);

const REASONS: Readonly<Record<CalendarMail['problem'], string>> = {
  not_found: 'Nothing was found at its address any more: the address may have been reset.',
  no_access: 'Its server refused access.',
  bad_answer: 'Its server answered with an error.',
  unreachable: 'Its server couldn’t be reached.',
  timeout: 'Its server took too long to answer.',
  too_large: 'It’s too large to be read.',
  too_many_redirects: 'Its address redirects too many times.',
  not_public: 'Its address can’t be reached from the internet.',
  not_a_calendar: 'What its address shows isn’t a calendar file.',
  failed: 'Reading it failed on our side.',
};

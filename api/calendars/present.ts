import type { Calendar } from '#db/entities/calendar.ts';
import type { CalendarProblem } from '#domain/calendars/calendar.ts';
import { iso } from '../shared/days.ts';
import { said } from '../shared/says.ts';
import type * as schema from './schema.ts';

/** A calendar as its host sees it. */
export function presentCalendar(row: Calendar): schema.Calendar {
  const { id, name, state, readAt } = row;
  return { id, name, state, lastReadAt: readAt ? iso(readAt) : null, problem: problemOf(row) };
}

function problemOf({ problem, skipped }: Calendar): schema.Calendar['problem'] {
  if (problem) return { code: problem, ...said(TEXTS[problem]) };
  if (skipped === 0) return null;
  const text =
    skipped === 1
      ? '1 entry in this calendar couldn’t be read and can’t block times.'
      : `${skipped} entries in this calendar couldn’t be read and can’t block times.`;
  return { code: 'entries_skipped', ...said(text) };
}

const TEXTS: Readonly<Record<CalendarProblem, string>> = {
  not_found: 'Nothing was found at its address. If you reset it, stop using this calendar and paste the new address.',
  no_access: 'Its server refused access. Paste the calendar’s secret address, which needs no password.',
  bad_answer: 'Its server answered with an error. We’ll try again.',
  unreachable: 'Its server couldn’t be reached. We’ll try again.',
  timeout: 'Its server took too long to answer. We’ll try again.',
  too_large: 'It’s too large to be read. Publish a smaller calendar, such as one without past years.',
  too_many_redirects: 'Its address redirects too many times. Paste the address it ends at.',
  not_public: 'Its address can’t be reached from the internet.',
  not_a_calendar: 'What its address shows isn’t a calendar file. Paste the address that ends in .ics.',
  failed: 'Reading it failed on our side. We’ll try again.',
};

import type { Calendar } from '#db/entities/calendar.ts';
import type { CalendarProblem } from '#domain/calendars/calendar.ts';
import { says, type Sentence } from '#messages/says.ts';
import { iso } from '../shared/days.ts';
import type * as schema from './schema.ts';

/** A calendar as its host sees it. */
export function presentCalendar(row: Calendar): schema.Calendar {
  const { id, name, state, readAt } = row;
  return { id, name, state, lastReadAt: readAt ? iso(readAt) : null, problem: problemOf(row) };
}

function problemOf({ problem, skipped }: Calendar): schema.Calendar['problem'] {
  if (problem) return { code: problem, ...SENTENCES[problem] };
  if (skipped === 0) return null;
  const sentence =
    skipped === 1 ? says('said.calendar_entry_skipped') : says('said.calendar_entries_skipped', { count: skipped });
  return { code: 'entries_skipped', ...sentence };
}

const SENTENCES: Readonly<Record<CalendarProblem, Sentence>> = {
  not_found: says('said.calendar_nothing'),
  no_access: says('said.calendar_no_access'),
  bad_answer: says('said.calendar_bad_answer'),
  unreachable: says('said.calendar_unreachable'),
  timeout: says('said.calendar_timeout'),
  too_large: says('said.calendar_too_large'),
  too_many_redirects: says('said.calendar_redirects'),
  not_public: says('said.calendar_not_public'),
  not_a_calendar: says('said.calendar_no_file'),
  failed: says('said.calendar_failed'),
};

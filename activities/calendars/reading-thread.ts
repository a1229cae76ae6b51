import { NotACalendar } from '#domain/calendars/entries.ts';
import { TooManyEntries } from '#domain/calendars/occurrences.ts';
import { type BusyTimes, type CalendarQuestion, readCalendar } from '#domain/calendars/read-calendar.ts';

/** What a thread is given; an error would lose its class on the way back. */
export type Reading = BusyTimes | { readonly problem: 'not_a_calendar' | 'too_large' };

/** Runs in a thread of its own: reads a calendar's text. */
export function readText({ text, question }: { text: string; question: CalendarQuestion }): Reading {
  try {
    return readCalendar(text, question);
  } catch (error) {
    if (error instanceof NotACalendar) return { problem: 'not_a_calendar' };
    if (error instanceof TooManyEntries) return { problem: 'too_large' };
    throw error;
  }
}

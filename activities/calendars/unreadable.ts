import type { CalendarProblem } from '#domain/calendars/calendar.ts';

/** A calendar could not be read. Says nothing of its address, nor of what was answered. */
export class CalendarUnreadable extends Error {
  override readonly name = 'CalendarUnreadable';
  readonly problem: CalendarProblem;
  /** How long its server asks us to wait, milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: CalendarProblem, retryAfterMs?: number) {
    super(`The calendar could not be read: ${problem}`);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

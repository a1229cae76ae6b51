/** A calendar that blocks times: it was read, or its last known times block until it can be. */
export const LISTED_STATES = ['ok', 'unreadable'] as const;

/** `stopped`: its host no longer uses it, and nothing of it is kept. */
export const CALENDAR_STATES = [...LISTED_STATES, 'stopped'] as const;

/** Why a calendar could not be read. */
export type CalendarProblem =
  | 'not_found'
  | 'no_access'
  | 'bad_answer'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'too_many_redirects'
  | 'not_public'
  | 'not_a_calendar'
  | 'failed';

const DAY_MS = 86_400_000;

/** How far ahead busy times are read: a booking window is at most 730 days long, and a meeting has its length. */
const WINDOW_DAYS = 740;

/** Buffers and meetings under way reach back. */
const BEFORE_DAYS = 4;

/** What is read of a calendar at an instant, epoch milliseconds. */
export const windowAt = (now: number) => ({ from: now - BEFORE_DAYS * DAY_MS, to: now + WINDOW_DAYS * DAY_MS });

/** Whether a calendar has to be read whole though nothing in it changed, since time has passed. */
export const isRunningOut = (knownUntil: number, now: number): boolean => knownUntil < windowAt(now).to - 7 * DAY_MS;

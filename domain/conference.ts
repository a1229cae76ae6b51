/** The life of one meeting we ever meant to have (one row each; at most one live per booking). */
export const CONFERENCE_STATES = [
  'intended',
  'live',
  'ended',
  'deleting',
  'deleted',
  'removed_by_host',
  'abandoned',
] as const;
export type ConferenceState = (typeof CONFERENCE_STATES)[number];

/** What hosts and guests are shown of a booking's link; derived in `domain/shown-conference.ts`. */
export const CONFERENCE_STATUSES = ['none', 'pending', 'ready', 'unavailable', 'failed'] as const;
export type ConferenceStatus = (typeof CONFERENCE_STATUSES)[number];

/** What is done about one meeting at its provider. */
export type ConferenceAction = 'createMeeting' | 'updateMeeting' | 'deleteMeeting' | 'reconcileMeeting';

/** Start and end of a meeting, epoch milliseconds. */
export interface MeetingTimes {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Whether two meetings have the same times, compared at whole seconds, as providers keep them; unknown times equal none. */
export function sameTimes(one: MeetingTimes | null, other: MeetingTimes | null): boolean {
  if (one === null || other === null) return false;
  return inSeconds(one.startsAt) === inSeconds(other.startsAt) && inSeconds(one.endsAt) === inSeconds(other.endsAt);
}

const inSeconds = (ms: number) => Math.floor(ms / 1000);

/** Two columns of a row as times; null unless both are known. */
export const timesOrNull = (startsAt: Date | null | undefined, endsAt: Date | null | undefined): MeetingTimes | null =>
  startsAt && endsAt ? { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() } : null;

/** Why a meeting has no link or could not be kept in step: a stable code, for which `said.link.…` has the sentence. */
export interface Problem {
  readonly code: string;
}

/** The provider made the meeting, but no link for it. */
export const NO_LINK: Problem = { code: 'no_link' };

import type { MeetingTimes } from './conference.ts';

/** One meeting's times as three parties know them, and what forbids acting on what the provider says. */
export interface MergeInput {
  /** What the provider last confirmed; null before it confirmed anything. */
  readonly base: MeetingTimes | null;
  /** The booking's times. */
  readonly ours: MeetingTimes;
  /** The provider's times, read just now from the account that made the meeting. */
  readonly theirs: MeetingTimes;
  /** A provider value that the host was told of and that is left alone. */
  readonly tolerated: MeetingTimes | null;
  /** A write of ours has not been answered: what was read may be from before or after it. */
  readonly writeOutstanding: boolean;
  readonly meetingStarted: boolean;
  readonly bookingOver: boolean;
}

export type MergeResult = 'in_step' | 'push_ours' | 'moved_at_provider' | 'already_told' | 'ignore';

/** The three-way merge that keeps booking and meeting in step. Times are compared at whole seconds, as providers keep them. */
export function mergeTimes(input: MergeInput): MergeResult {
  const { base, ours, theirs, tolerated } = input;
  if (input.bookingOver || input.meetingStarted || input.writeOutstanding) return 'ignore';
  if (sameTimes(theirs, ours)) return 'in_step';
  // Both changed: ours wins, because the guest was promised it.
  if (!sameTimes(base, ours)) return 'push_ours';
  return sameTimes(tolerated, theirs) ? 'already_told' : 'moved_at_provider';
}

const sameTimes = (a: MeetingTimes | null, b: MeetingTimes) =>
  a !== null && sameSecond(a.startsAt, b.startsAt) && sameSecond(a.endsAt, b.endsAt);

const sameSecond = (a: number, b: number) => Math.floor(a / 1000) === Math.floor(b / 1000);

import { type MeetingTimes, sameTimes } from './conference.ts';

/** One meeting's times as three parties know them. */
export interface MergeInput {
  /** What the provider last confirmed; null before it confirmed anything. */
  readonly base: MeetingTimes | null;
  /** The booking's times. */
  readonly ours: MeetingTimes;
  /** The provider's times, read just now from the account that made the meeting. */
  readonly theirs: MeetingTimes;
  /** A provider value that the host was told of and that is left alone. */
  readonly tolerated: MeetingTimes | null;
}

/**
 * Whether the host moved the meeting at the provider: the one outcome of the three-way merge that has an effect here.
 * Until the provider has confirmed our times they win, also where both sides changed, because the guest was promised
 * them; pushing them is the plan's part.
 */
export const movedAtProvider = ({ base, ours, theirs, tolerated }: MergeInput): boolean =>
  sameTimes(base, ours) && !sameTimes(theirs, ours) && !sameTimes(tolerated, theirs);

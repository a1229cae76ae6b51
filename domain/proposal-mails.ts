import { PROPOSAL_OUTCOMES } from './booking.ts';

/** The cause of a mail about a proposed time: `start@revision`. */
export const proposalCause = (proposedStartsAt: number, revision: number) => `${proposedStartsAt}@${revision}`;

/** The proposed time that a mail with this cause is about, epoch milliseconds; null where it is about none. */
export function proposalIn(cause: string): number | null {
  const [, start] = /^(\d+)@\d+$/.exec(cause) ?? [];
  return start === undefined ? null : Number(start);
}

/** Mails that tell of a proposal's end while the booking keeps its time. */
export const PROPOSAL_ENDS = PROPOSAL_OUTCOMES.map((outcome) => `proposal_${outcome}`);

/** Kinds after which a reader knows whether another time is proposed. */
export const TELL_PROPOSAL: readonly string[] = ['proposed', ...PROPOSAL_ENDS, 'rescheduled'];

import { visitGrid } from './grid.ts';
import { judge } from './refusals.ts';
import type { Refusal, AvailabilityQuery } from './types.ts';

export interface ExplainedSlot {
  readonly startsAt: number;
  /** Null when the slot is offered. */
  readonly refusal: Refusal | null;
}

/** Every start of the grid within the range (epoch milliseconds), ascending, with why it is not offered. */
export function explainSlots(question: AvailabilityQuery): ExplainedSlot[] {
  const refusalOf = judge(question);
  const slots: ExplainedSlot[] = [];
  visitGrid(question, (startsAt, fits) => slots.push({ startsAt, refusal: refusalOf(startsAt, fits) }));
  return slots;
}

/** The starts a guest can choose within the range, ascending, in epoch milliseconds. The viewer's zone plays no part. */
export function offeredSlots(question: AvailabilityQuery): number[] {
  const refusalOf = judge(question);
  const starts: number[] = [];
  visitGrid(question, (startsAt, fits) => {
    if (refusalOf(startsAt, fits) === null) starts.push(startsAt);
  });
  return starts;
}

/**
 * Whether one start would be offered, and if not, why: the offer itself, asked for that instant alone, so that what is
 * accepted is what is shown. A start off the grid is `outside_hours`.
 */
export function judgeSlot(question: Omit<AvailabilityQuery, 'range'>, startsAt: number): 'offered' | Refusal {
  const [slot] = explainSlots({ ...question, range: { from: startsAt, to: startsAt + 1 } });
  return slot === undefined ? 'outside_hours' : (slot.refusal ?? 'offered');
}

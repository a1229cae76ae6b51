import { useEffect, useState } from 'react';
import { isProblem } from '../../shared/api.ts';
import type { Picking } from '../calendar/use-picking.ts';
import type { BookingAttempt } from '../form/use-booking-attempt.ts';
import { sameInstant } from '../times/slots.ts';

/** Whether the chosen time was taken meanwhile: the booking was refused, or a newer list of free times lacks it. */
export function useSlotGone(
  slot: string | null,
  { free: { days }, refresh }: Pick<Picking, 'free' | 'refresh'>,
  attempt: Pick<BookingAttempt, 'problem' | 'isSending'> & Partial<Pick<BookingAttempt, 'unanswered'>>,
): boolean {
  const isRefused = isProblem(attempt.problem, 'slot_taken', 'slot_unavailable');
  const [refused, setRefused] = useState<readonly string[]>(() => (isRefused && slot !== null ? [slot] : []));

  useEffect(() => {
    if (!isRefused || slot === null) return;
    setRefused((known) => [...known, slot]);
    void refresh();
    // The refusal is about the time that was chosen when it came.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [attempt.problem]);

  // A time being booked by us, or perhaps booked by us, is not gone.
  if (slot === null || attempt.isSending || attempt.unanswered?.request.startsAt === slot) return false;
  // The month in view is always that of the chosen time.
  const isMissing =
    days !== undefined && !days.some(({ slots }) => slots.some(({ startsAt }) => sameInstant(startsAt, slot)));
  return refused.includes(slot) || isMissing;
}

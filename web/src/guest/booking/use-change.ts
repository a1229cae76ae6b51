import { useRef, useState } from 'react';
import { api, type ApiProblem, isProblem } from '../../shared/api.ts';
import { asProblem, LONGEST_WAIT } from '../data/problems.ts';
import { bookingPath } from './booking-path.ts';
import type { Booking } from './use-booking.ts';

/** One change of a booking: done once, never twice at a time, its refusal kept to be shown. */
export function useChange(booking: Booking, onStale: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const busy = useRef(false);

  async function change<Answer = Booking>(verb: string, body: Record<string, unknown> = {}): Promise<Answer | null> {
    if (busy.current) return null;
    busy.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const signal = AbortSignal.timeout(LONGEST_WAIT);
      return await api.post<Answer>(`${bookingPath(booking.token)}/${verb}`, body, { signal });
    } catch (error) {
      setProblem(asProblem(error));
      // Somebody changed it meanwhile: the guest decides again on what is true now.
      if (isProblem(error, 'stale', 'invalid_transition', 'not_found')) await onStale();
      return null;
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }

  return { isBusy, problem, forget: () => setProblem(null), change };
}

import { useRef, useState } from 'react';
import type { RefusedChange } from '#api/pages/schema.ts';
import { api, ApiProblem, isProblem } from '../../shared/api.ts';
import { asProblem, LONGEST_WAIT } from '../data/problems.ts';
import { bookingPath } from './booking-path.ts';
import type { Booking } from './use-booking.ts';

/** One change of a booking: done once, never twice at a time, its refusal kept to be shown. */
export interface BookingChange {
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly forget: () => void;
  /** The booking as it is then, or null when refused; see `problem`. */
  readonly send: (body?: Record<string, unknown>) => Promise<Booking | null>;
}

interface Options {
  readonly verb: 'reschedule' | 'cancel' | 'unsubscribe' | 'erase';
  /** What became of the change that the page itself sent. */
  readonly refused?: RefusedChange | null;
  /** The booking is not what the guest saw. */
  readonly onStale?: () => Promise<void>;
}

export function useChange(booking: Booking, { verb, refused = null, onStale }: Options): BookingChange {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(() => (refused?.verb === verb ? new ApiProblem(refused.problem) : null));
  const busy = useRef(false);

  async function send(body: Record<string, unknown> = {}): Promise<Booking | null> {
    if (busy.current) return null;
    busy.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const signal = AbortSignal.timeout(LONGEST_WAIT);
      return await api.post<Booking>(`${bookingPath(booking.token)}/${verb}`, body, { signal });
    } catch (error) {
      setProblem(asProblem(error));
      // Changed meanwhile: the guest decides again on what is true now.
      if (isProblem(error, 'stale', 'invalid_transition', 'not_found')) await onStale?.();
      return null;
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }

  return { isBusy, problem, forget: () => setProblem(null), send };
}

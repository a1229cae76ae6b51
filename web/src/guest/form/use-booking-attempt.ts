import { useEffect, useRef, useState } from 'react';
import type { BookingRequest, GuestBooking } from '#api/guest/schema.ts';
import type { Refused } from '#api/pages/schema.ts';
import { api, ApiProblem } from '../../shared/api.ts';
import { asProblem, LONGEST_WAIT } from '../data/problems.ts';
import { createAttemptKeys } from './attempt-key.ts';
import { type Attempt, forgetUnanswered, isRefusal, keepUnanswered, unansweredAt } from './unanswered.ts';

export interface BookingAttempt {
  readonly isSending: boolean;
  readonly problem: ApiProblem | null;
  /** A request whose answer never came: what it asks for may be booked, and sending it again will tell. */
  readonly unanswered: Attempt | null;
  /** The same, of a page of this tab that was left. */
  readonly restored: Attempt | null;
  readonly forget: () => void;
  /** Books once: a second call while the first is under way does nothing. Null when refused; see `problem`. */
  readonly send: (request: BookingRequest) => Promise<GuestBooking | null>;
}

/** The request for a booking, safe to repeat. `refused`: what became of one that the page itself sent. */
export function useBookingAttempt(path: string, refused: Refused | null): BookingAttempt {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState(() => (refused === null ? null : new ApiProblem(refused)));
  const busy = useRef(false);
  const [unanswered, setUnanswered] = useState<Attempt | null>(null);
  const [restored, setRestored] = useState<Attempt | null>(null);
  const keyFor = useRef(createAttemptKeys());

  // Only this tab knows it, so it is looked for once the page is hydrated.
  useEffect(() => {
    const restore = async () => {
      const last = unansweredAt(path);
      if (last === null) return;
      keyFor.current = createAttemptKeys({ body: JSON.stringify(last.request), key: last.key });
      setUnanswered(last);
      setRestored(last);
    };
    void restore();
  }, [path]);

  async function send(request: BookingRequest): Promise<GuestBooking | null> {
    if (busy.current) return null;
    busy.current = true;
    setSending(true);
    setProblem(null);
    const attempt = { request, key: keyFor.current(JSON.stringify(request)) };
    keepUnanswered(path, attempt);
    try {
      const booking = await book(path, attempt);
      forgetUnanswered(path);
      return booking;
    } catch (error) {
      const told = asProblem(error);
      setProblem(told);
      setUnanswered(isRefusal(told) ? null : attempt);
      if (isRefusal(told)) forgetUnanswered(path);
      return null;
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return { isSending, problem, unanswered, restored, forget: () => setProblem(null), send };
}

function book(path: string, { request, key }: Attempt): Promise<GuestBooking> {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  return api.post<GuestBooking>(path, request, { signal, headers: { 'idempotency-key': key } });
}

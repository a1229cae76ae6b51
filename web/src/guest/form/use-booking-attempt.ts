import { useRef, useState } from 'react';
import type { BookingRequest, GuestBooking } from '#api/guest/schema.ts';
import { api, type ApiProblem } from '../../shared/api.ts';
import { asProblem, LONGEST_WAIT } from '../data/problems.ts';
import { createAttemptKeys } from './attempt-key.ts';
import { type Attempt, forgetUnanswered, isRefusal, keepUnanswered, unansweredAt } from './unanswered.ts';

export interface BookingAttempt {
  readonly isSending: boolean;
  readonly problem: ApiProblem | null;
  /** A request whose answer never came: what it asks for may be booked, and sending it again will tell. */
  readonly unanswered: Attempt | null;
  readonly forget: () => void;
  /** Books once: a second call while the first is under way does nothing. Null when refused; see `problem`. */
  readonly send: (request: BookingRequest) => Promise<GuestBooking | null>;
}

/** The request for a booking, safe to repeat. */
export function useBookingAttempt(path: string): BookingAttempt {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const busy = useRef(false);
  const [unanswered, setUnanswered] = useState(() => unansweredAt(path));
  const [keyFor] = useState(() =>
    createAttemptKeys(unanswered ? { body: JSON.stringify(unanswered.request), key: unanswered.key } : undefined),
  );

  async function send(request: BookingRequest): Promise<GuestBooking | null> {
    if (busy.current) return null;
    busy.current = true;
    setSending(true);
    setProblem(null);
    const attempt = { request, key: keyFor(JSON.stringify(request)) };
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

  return { isSending, problem, unanswered, forget: () => setProblem(null), send };
}

function book(path: string, { request, key }: Attempt): Promise<GuestBooking> {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  return api.post<GuestBooking>(path, request, { signal, headers: { 'idempotency-key': key } });
}

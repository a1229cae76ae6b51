import { useEffect, useRef, useState } from 'react';
import type { BookingRequest, GuestBooking } from '#api/guest/schema.ts';
import type { Refused } from '#api/pages/schema.ts';
import { api, ApiProblem } from '../../shared/api.ts';
import { keep, readKeptJson } from '../../shared/browser-storage.ts';
import { asProblem, LONGEST_WAIT } from '../problems.tsx';

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
      keepUnanswered(path, null);
      return booking;
    } catch (error) {
      const told = asProblem(error);
      setProblem(told);
      setUnanswered(isRefusal(told) ? null : attempt);
      if (isRefusal(told)) keepUnanswered(path, null);
      return null;
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return { isSending, problem, unanswered, restored, forget: () => setProblem(null), send };
}

function book(path: string, { request, key }: Attempt): Promise<GuestBooking> {
  return api.post<GuestBooking>(path, request, { withinMs: LONGEST_WAIT, headers: { 'idempotency-key': key } });
}

/**
 * One key for one body: a retry of the same body repeats the attempt, anything else begins a new one. `last` is an
 * attempt of before.
 */
export function createAttemptKeys(last = { body: '', key: '' }): (body: string) => string {
  return (body) => {
    if (last.key === '' || last.body !== body) last = { body, key: uuid() };
    return last.key;
  };
}

/** A random UUID; `crypto.randomUUID` exists on https and localhost only. */
function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A request for a booking and its key: sent again, it books once at most. */
export interface Attempt {
  readonly request: BookingRequest;
  readonly key: string;
}

const nameOf = (path: string) => `insytical:unanswered ${path}`;

/**
 * Keeps a request until its answer is known, over a reload of this tab too: the time it asks for may be booked already.
 * Where the browser keeps nothing for us, it lasts as long as the page.
 */
const keepUnanswered = (path: string, attempt: Attempt | null) =>
  keep('sessionStorage', nameOf(path), attempt && JSON.stringify(attempt));

/** The request that was under way when this tab's page was left or lost its connection. */
const unansweredAt = (path: string) => readKeptJson('sessionStorage', nameOf(path)) as Attempt | null;

/** Whether nothing was booked, for certain. No answer or a failure leaves that open. */
export const isRefusal = ({ status }: ApiProblem) => status >= 400 && status < 500;

import type { BookingRequest } from '#api/guest/schema.ts';
import type { ApiProblem } from '../../shared/api.ts';

/** A request for a booking and its key: sent again, it books once at most. */
export interface Attempt {
  readonly request: BookingRequest;
  readonly key: string;
}

const nameOf = (path: string) => `insytical:unanswered ${path}`;

/** Keeps a request until its answer is known, over a reload of this tab too: the time it asks for may be booked already. */
export function keepUnanswered(path: string, attempt: Attempt): void {
  try {
    sessionStorage.setItem(nameOf(path), JSON.stringify(attempt));
  } catch {
    // Storage may be closed to us; then it is kept as long as the page.
  }
}

export function forgetUnanswered(path: string): void {
  try {
    sessionStorage.removeItem(nameOf(path));
  } catch {
    // See above.
  }
}

/** The request that was under way when this tab's page was left or lost its connection. */
export function unansweredAt(path: string): Attempt | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(path)) ?? 'null') as Attempt | null;
  } catch {
    return null;
  }
}

/** Whether nothing was booked, for certain. No answer or a failure leaves that open. */
export const isRefusal = ({ status }: ApiProblem) => status >= 400 && status < 500;

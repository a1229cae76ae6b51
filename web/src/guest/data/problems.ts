import { ApiProblem } from '../../shared/api.ts';

/** Anything thrown by a call, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const late = error instanceof DOMException && error.name === 'TimeoutError';
  return new ApiProblem({
    status: 0,
    code: late ? 'timeout' : 'unknown',
    title: late ? 'The server takes too long' : 'Something went wrong on this page',
    errors: [],
  });
}

/** What went wrong as a sentence for the guest. */
export function sentenceOf(problem: ApiProblem): string {
  if (problem.code === 'offline') return 'We can’t reach the server. Please check your connection.';
  if (problem.code === 'timeout') return 'The server takes longer than usual to answer.';
  if (problem.code === 'rate_limited' && problem.detail === undefined)
    return `That was a lot at once. Please try again in ${secondsText(problem.retryAfterSeconds ?? 60)}.`;
  return problem.detail ?? `${problem.title}.`;
}

const secondsText = (seconds: number) =>
  seconds < 90 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`;

/** No call of these pages waits longer: the API answers within seconds or not at all. Milliseconds. */
export const LONGEST_WAIT = 15_000;

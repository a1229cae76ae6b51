import type { ReactNode, Ref } from 'react';
import { ApiProblem } from '../shared/api.ts';

/** Anything thrown by a call, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: 'unknown', title: 'Something went wrong on this page', errors: [] });
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

interface NoticeProps {
  readonly kind: 'info' | 'good' | 'waiting' | 'bad';
  readonly title?: string;
  /** Read out at once by screen readers. */
  readonly urgent?: boolean;
  readonly titleRef?: Ref<HTMLParagraphElement>;
  readonly children?: ReactNode;
}

/** A coloured note; its words alone say everything. */
export function Notice({ kind, title, urgent = false, titleRef, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={urgent ? 'alert' : undefined}>
      {title === undefined ? null : (
        <p className="notice-title" ref={titleRef} tabIndex={-1}>
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

interface ProblemProps {
  readonly title: string;
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
}

/** A call that failed: what happened and a way to try again. */
export function ProblemNotice({ title, problem, onRetry }: ProblemProps) {
  return (
    <Notice kind="bad" title={title} urgent>
      <p>{sentenceOf(problem)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </Notice>
  );
}

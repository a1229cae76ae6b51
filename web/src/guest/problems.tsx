import type { ReactNode, Ref } from 'react';
import { ApiProblem } from '../shared/api.ts';
import { t } from './t.ts';

/** Anything thrown by a call, as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem({ status: 0, code: 'unknown', title: '', errors: [] });
}

/** What went wrong as a sentence for the guest. */
export function sentenceOf(problem: ApiProblem): string {
  const { code, detail, retryAfterSeconds: seconds = 60 } = problem;
  // Too many requests wait for their hosts.
  if (code === 'rate_limited' && detail !== undefined) return t('wait.held');
  if (code === 'rate_limited')
    return seconds < 90 ? t('wait.seconds', { seconds }) : t('wait.minutes', { minutes: Math.ceil(seconds / 60) });
  return t.ifAny(`problem.${code}`) ?? t('failed.other');
}

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
        {t('form.again')}
      </button>
    </Notice>
  );
}

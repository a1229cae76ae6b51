import type { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../data/problems.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly title: string;
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
}

/** A call that failed: what happened and a way to try again. */
export function ProblemNotice({ title, problem, onRetry }: Props) {
  return (
    <Notice kind="bad" title={title} urgent>
      <p>{sentenceOf(problem)}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </Notice>
  );
}

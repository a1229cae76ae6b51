import type { ApiProblem } from '../../shared/api.ts';
import { sentenceOf } from '../data/problems.ts';
import { Notice } from '../parts/notice.tsx';

interface Props {
  readonly title: string;
  readonly problem: ApiProblem | null;
}

/** Why a change was refused; the button that asked for it stays and is the retry. */
export function ChangeProblem({ title, problem }: Props) {
  if (problem === null) return null;
  const isStale = problem.code === 'stale' || problem.code === 'invalid_transition';
  return (
    <Notice kind="bad" title={isStale ? 'The booking has changed meanwhile' : title} urgent>
      <p>{isStale ? 'You now see it as it is. Please decide again.' : sentenceOf(problem)}</p>
    </Notice>
  );
}

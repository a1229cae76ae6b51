import type { ApiProblem } from '../../shared/api.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
}

/** In place of a page whose data did not come. */
export function NotArrived({ problem, onRetry }: Props) {
  return (
    <div className="card narrow">
      <ProblemNotice title="The page did not arrive" problem={problem} onRetry={onRetry} />
    </div>
  );
}

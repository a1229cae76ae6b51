import { isProblem } from '../../shared/api.ts';
import { Empty } from './empty.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly error: unknown;
  /** What was looked for, "booking" for one. */
  readonly what: string;
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

/** One thing that could not be shown: there is none, which no retry mends, or reading it failed. */
export function NotThere({ error, what, onRetry, retrying }: Props) {
  if (!isProblem(error, 'not_found')) return <ProblemNotice error={error} onRetry={onRetry} retrying={retrying} />;
  return (
    <Empty icon="search" title={`There is no such ${what}`}>
      The address may be mistyped, or the {what} is gone or belongs to another account.
    </Empty>
  );
}

import { useEffect, useState } from 'react';
import type { Integration } from '../data/integrations.ts';

/** After this long without the last link, the host may ask again. */
const PATIENCE_MS = 60_000;

/** Whether missing links are on their way: the host asked for them, or a reconnect brings them by itself. */
export function useLinksInTheMaking({ problem }: Pick<Integration, 'problem'>) {
  const [isOn, setOn] = useState(false);
  const [hadProblem, setHadProblem] = useState(problem !== null);
  if (hadProblem !== (problem !== null)) {
    setHadProblem(problem !== null);
    setOn(problem === null);
  }
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setOn(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return { isOn, begin: () => setOn(true) };
}

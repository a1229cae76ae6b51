import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type ApiProblem } from '../../shared/api.ts';
import { givenAnswer } from './given.ts';
import { asProblem, LONGEST_WAIT } from './problems.ts';

export interface Resource<Answer> {
  readonly data: Answer | undefined;
  readonly problem: ApiProblem | null;
  /** Asks again; what is known stays shown meanwhile. A failure is shown only while nothing is known. */
  readonly reload: () => Promise<void>;
  /** Asks again because the guest asked to: what went wrong is forgotten first. */
  readonly retry: () => void;
  /** A newer answer that came by another call. */
  readonly set: (answer: Answer) => void;
}

/** An answer of our API under a path, from the page itself if it came along. */
export function useResource<Answer>(path: string): Resource<Answer> {
  const [data, setData] = useState(() => givenAnswer(path) as Answer | undefined);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const latest = useRef(0);

  const set = useCallback((answer: Answer) => {
    latest.current += 1;
    setData(answer);
    setProblem(null);
  }, []);

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    try {
      const answer = await api.get<Answer>(path, { signal: AbortSignal.timeout(LONGEST_WAIT) });
      if (mine !== latest.current) return;
      setData(answer);
      setProblem(null);
    } catch (error) {
      if (mine === latest.current) setProblem(asProblem(error));
    }
  }, [path]);

  useEffect(() => {
    const begin = async () => {
      if (givenAnswer(path) === undefined) await reload();
    };
    void begin();
  }, [path, reload]);

  const retry = () => {
    setProblem(null);
    void reload();
  };
  return { data, problem, reload, retry, set };
}

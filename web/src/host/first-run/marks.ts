import { useLocalStorage } from '@mantine/hooks';

export type Step = 'handle' | 'zone' | 'hours' | 'connect' | 'share';

interface Marks {
  readonly done: readonly Step[];
  readonly dismissed: boolean;
}

const NONE: Marks = { done: [], dismissed: false };

/** Which first steps this browser has seen the host take. */
export function useMarks(hostId: string) {
  const [marks, setMarks] = useLocalStorage<Marks>({
    key: `first-run:${hostId}`,
    defaultValue: NONE,
    getInitialValueInEffect: false,
  });
  return {
    ...marks,
    mark: (step: Step) =>
      setMarks((before) => (before.done.includes(step) ? before : { ...before, done: [...before.done, step] })),
    dismiss: () => setMarks((before) => ({ ...before, dismissed: true })),
  };
}

import type { WaitingFor } from '#workflows/messages.ts';

/** Something that becomes due; `at` in epoch milliseconds. */
export interface Wake {
  readonly at: number;
  /** What the timer in the Temporal UI says. */
  readonly what: string;
  readonly waitsFor: WaitingFor;
}

/** The earliest of the wakes; null where there is none. */
export function soonest(wakes: readonly Wake[]): Wake | null {
  return wakes.reduce<Wake | null>((first, wake) => (first === null || wake.at < first.at ? wake : first), null);
}

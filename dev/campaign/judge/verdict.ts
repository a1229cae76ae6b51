import type { Observed } from '../observed.ts';

/** Something that is not as it has to be. */
export interface Violation {
  readonly rule: string;
  /** The booking's label, a host's, or `all`. */
  readonly about: string;
  readonly expected: string;
  readonly seen: string;
}

export type Rule = (observed: Observed) => readonly Violation[];

/** States in which a booking takes place or may. */
export const isHeld = (status: string): boolean => status === 'pending' || status === 'confirmed';
/** States in which it never will. */
export const isOver = (status: string): boolean => ['cancelled', 'declined', 'expired'].includes(status);
export const sameInstant = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && Date.parse(a) === Date.parse(b);

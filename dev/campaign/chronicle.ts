/** What happened in a round, as it happened. */
export interface Chronicle {
  /** When it began, epoch milliseconds. */
  readonly began: number;
  readonly lines: readonly string[];
  /** One line; `who` is a person, a fault or a part of the system. */
  readonly tell: (who: string, what: string) => void;
}

/** Begins to write down what happens, each line with its time since now. */
export function createChronicle(): Chronicle {
  const began = Date.now();
  const lines: string[] = [];
  return {
    began,
    lines,
    tell: (who, what) => {
      const seconds = ((Date.now() - began) / 1_000).toFixed(2).padStart(7);
      lines.push(`${seconds} s  ${who.padEnd(14)} ${what}`);
    },
  };
}

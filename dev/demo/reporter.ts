/** Tells the story while it happens. */
export interface Reporter {
  /** A chapter; what follows belongs to it. */
  readonly chapter: (title: string) => void;
  /** What was done and what was seen. */
  readonly saw: (what: string) => void;
}

/** Prints each step as it was observed. */
export function printingReporter(print: (line: string) => void = console.log): Reporter {
  const started = performance.now();
  return {
    chapter: (title) => print(`\n${title}`),
    saw: (what) => print(`  ✓ ${what}  (${((performance.now() - started) / 1000).toFixed(1)} s)`),
  };
}

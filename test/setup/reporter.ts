import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

/** Ends the run's output with its slowest files, and one line for people and machines alike: `N passed, N failed, N skipped`. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const skipped = counts.skipped + counts.pending;
    // After everything the other reporters print when the run ends.
    process.once('exit', () => {
      process.stdout.write(slowest(modules));
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${skipped} skipped\n`);
    });
  }
}

function slowest(modules: readonly TestModule[]): string {
  if (modules.length <= SHOWN) return '';
  const took = modules.map((module) => {
    const { duration, collectDuration, setupDuration } = module.diagnostic();
    return {
      file: relative(process.cwd(), module.moduleId),
      seconds: (duration + collectDuration + setupDuration) / 1_000,
    };
  });
  const lines = took
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
  return `\nSlowest files:\n${lines.join('')}`;
}

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longest-first.ts';

/** How long a condition is awaited: long enough for a busy machine, and nothing waits on one that is quick. */
const PATIENCE = { poll: { timeout: 30_000, interval: 50 } };
/** In CI one more try, until the newest browser tests have been seen to need none there. */
const retry = process.env['CI'] === undefined ? 0 : 1;
/** Files end what they begin: one process runs many, and loads the code and starts a browser once. */
const shared = { expect: PATIENCE, hookTimeout: 120_000, retry, isolate: false, env: { LOG_LEVEL: 'silent' } };
const withoutStacks = { ...shared, testTimeout: 90_000 };
const onStacks = { ...shared, setupFiles: ['./test/setup/check-answers.ts'], testTimeout: 180_000 };
/** Files that wait for real minutes on stacks of their own, and need little of the machine meanwhile. */
const CLOCKS = ['test/lifetimes/**/*.test.ts', 'test/faults/{temporal-emptied,servers-down}.test.ts'];
/** Files that need nothing but a running stack share one. */
const PAGES = ['test/{browser,data-rights}/**/*.test.ts'];
/** Crowds, whose guests have to be served in spite of each other and not in spite of other tests. */
const CROWDS = ['test/attack/**/*.test.ts', 'test/faults/rounds.test.ts'];

/**
 * Two cores; but most tests wait for timers and for other processes most of the time. First come the clocks, and beside
 * them what needs the processor; then pages, then stacks, and crowds alone.
 */
const together = (groupOrder: number, maxWorkers: number) => ({ sequence: { groupOrder }, maxWorkers });

export default defineConfig({
  test: {
    globalSetup: ['./test/setup/global-stack.ts'],
    reporters: ['default', './test/setup/reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'clocks', include: CLOCKS, ...onStacks, ...together(0, 5) } },
      {
        test: {
          name: 'unit',
          include: [
            '{domain,messages,providers,mail,dev,workflows,test/fixtures}/**/*.test.ts',
            'web/src/**/*.test.ts',
            '*.test.ts',
          ],
          ...withoutStacks,
          ...together(0, 5),
        },
      },
      {
        test: {
          name: 'db',
          include: ['{db,commands,activities,worker}/**/*.test.ts'],
          ...withoutStacks,
          ...together(0, 5),
        },
      },
      { test: { name: 'api', include: ['api/**/*.test.ts'], ...withoutStacks, ...together(0, 5) } },
      {
        test: {
          name: 'pages',
          include: PAGES,
          globalSetup: ['./test/setup/global-shared-stack.ts'],
          ...onStacks,
          ...together(1, 3),
        },
      },
      {
        test: {
          name: 'stack',
          include: ['test/**/*.test.ts'],
          exclude: [...CLOCKS, ...PAGES, ...CROWDS, 'test/fixtures/**', '**/node_modules/**'],
          ...onStacks,
          ...together(2, 2),
        },
      },
      { test: { name: 'attack', include: CROWDS, ...onStacks, ...together(3, 1), testTimeout: 300_000 } },
    ],
  },
});

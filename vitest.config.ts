import { defineConfig } from 'vitest/config';

/** How long a condition is awaited: long enough for a busy machine, and nothing waits on one that is quick. */
const PATIENCE = { poll: { timeout: 30_000, interval: 50 } };
const shared = {
  expect: PATIENCE,
  testTimeout: 90_000,
  hookTimeout: 120_000,
  env: { LOG_LEVEL: 'silent' },
  // Files end what they begin: one process runs many, and loads the code once.
  isolate: false,
};
/** What is awaited in these projects happens in other processes, on a machine that may be busy. */
const onStacks = {
  setupFiles: ['./test/setup/check-answers.ts'],
  expect: PATIENCE,
  testTimeout: 180_000,
  hookTimeout: 120_000,
  env: shared.env,
};
/** Files that need nothing but a running stack share one. */
const PAGES = ['test/{browser,data-rights}/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['./test/setup/global-stack.ts'],
    reporters: ['default', './test/setup/reporter.ts'],
    // Two cores; but most tests wait for timers and for other processes most of the time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{domain,providers,mail,dev,workflows,test/fixtures}/**/*.test.ts',
            'web/src/**/*.test.ts',
            '*.test.ts',
          ],
          ...shared,
        },
      },
      { test: { name: 'db', include: ['{db,commands,activities,worker}/**/*.test.ts'], ...shared } },
      { test: { name: 'api', include: ['api/**/*.test.ts'], ...shared } },
      {
        test: {
          name: 'pages',
          include: PAGES,
          globalSetup: ['./test/setup/global-shared-stack.ts'],
          sequence: { groupOrder: 1 },
          ...onStacks,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['test/**/*.test.ts'],
          exclude: [...PAGES, 'test/{attack,fixtures}/**', '**/node_modules/**'],
          // Each brings up a whole stack of its own, whose waits are short: one at a time, after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...onStacks,
        },
      },
      {
        test: {
          name: 'attack',
          include: ['test/attack/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          ...onStacks,
          // Guests have to be served in spite of the attack, and not in spite of other tests.
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000, env: { LOG_LEVEL: 'silent' } };
/** On a machine shared with others a stack may once be too slow; what is broken fails twice. */
const retry = process.env['CI'] === undefined ? 0 : 2;

export default defineConfig({
  test: {
    globalSetup: ['./test/setup/global-stack.ts'],
    reporters: ['default', './test/setup/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,providers,mail,dev,workflows}/**/*.test.ts', 'web/src/**/*.test.ts', '*.test.ts'],
          ...shared,
        },
      },
      { test: { name: 'db', include: ['{db,commands,activities,worker}/**/*.test.ts'], retry, ...shared } },
      { test: { name: 'api', include: ['api/**/*.test.ts'], retry, ...shared } },
      {
        test: {
          name: 'stack',
          include: ['test/**/*.test.ts'],
          setupFiles: ['./test/setup/check-answers.ts'],
          // What is polled for here happens in other processes, on a machine that may be busy.
          expect: { poll: { timeout: 15_000, interval: 100 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          env: shared.env,
          retry,
          // Each brings up a whole stack: one at a time, after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

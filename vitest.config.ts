import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000 };

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
      { test: { name: 'db', include: ['{db,commands,activities,worker}/**/*.test.ts'], ...shared } },
      { test: { name: 'api', include: ['api/**/*.test.ts'], ...shared } },
      {
        test: {
          name: 'stack',
          include: ['test/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          // A busy machine may take ten times as long; what hangs is ended all the same.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Modules are loaded once for many files: no test changes what another sees of them.
          isolate: false,
        },
      },
      {
        // Whole editions through outside checkers: minutes, and Debian packages.
        test: {
          name: 'gates',
          include: ['gates/**/*.gate.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

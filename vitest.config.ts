import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['scenarium-source'] },
  ssr: { resolve: { conditions: ['scenarium-source'] } },
  test: {
    include: [
      '{scenarios,plugins}/*/src/**/*.test.ts',
      '{server,widget,bench,studio}/{src,test}/**/*.test.ts',
      'tooling/**/*.test.ts',
    ],
    maxConcurrency: 3,
    // All cores, not all but one: much of what is tested waits.
    maxWorkers: '100%',
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

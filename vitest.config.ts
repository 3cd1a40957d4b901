import { defineConfig } from 'vitest/config'

// The end-to-end tests in tests/e2e belong to Playwright.
export default defineConfig({
  test: {
    include: ['unit', 'data', 'integration'].map(kind => `tests/${kind}/**/*.test.{ts,tsx}`),
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})

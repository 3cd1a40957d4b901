import { defineConfig } from '@playwright/test'

// One real window at a time, and no second chances: a test that passes only sometimes is a fault.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './scripts/e2e-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
})

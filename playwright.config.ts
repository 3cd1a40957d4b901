import { defineConfig } from '@playwright/test'
import { scratchInMemory } from './tests/scratch-in-memory.ts'

scratchInMemory()

// One real window at a time, and no second chances: a test that passes only sometimes is a fault.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './scripts/e2e-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  // What is waited for is looked at until it is so; on a busy machine five seconds are no time.
  expect: { timeout: 15_000 },
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
})

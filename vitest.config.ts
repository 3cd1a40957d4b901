import { resolve } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'
import { scratchInMemory } from './tests/scratch-in-memory.ts'

scratchInMemory()

const engine = 'tests/integration/engine'
/**
 * What keeps something in its modules, changes the process, or has hooks in them. Everything else shares the modules it
 * has imported with the files before it: what it tests keeps nothing there but caches.
 */
const APART = ['tests/unit/{renderer,tools}/**/*.test.{ts,tsx}', 'tests/integration/cli/**/*.test.ts']

// The end-to-end tests in tests/e2e belong to Playwright. Those of the engine run on SQLite and on a real PostgreSQL.
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parley',
          isolate: false,
          include: ['unit', 'data', 'integration'].map(kind => `tests/${kind}/**/*.test.{ts,tsx}`),
          exclude: [...configDefaults.exclude, ...APART, `${engine}/*.postgres.test.ts`],
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'postgres',
          isolate: false,
          include: [`${engine}/*.test.ts`],
          // What a browser shows does not depend on the store.
          exclude: [
            ...configDefaults.exclude,
            `${engine}/*.sqlite.test.ts`,
            `${engine}/{web-chat,desk-page}.test.ts`,
          ],
          globalSetup: 'tests/postgres/provide-postgres.ts',
        },
      },
    ],
    environment: 'node',
    // Programs that tests start again and again are read and compiled once.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/programs') },
    // A poll ends as soon as it is so, and a test as soon as it can; on a busy machine seconds are no time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
})

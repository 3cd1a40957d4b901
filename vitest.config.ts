import { configDefaults, defineConfig } from 'vitest/config'

const engine = 'tests/integration/engine'

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
          include: ['unit', 'data', 'integration'].map(kind => `tests/${kind}/**/*.test.{ts,tsx}`),
          exclude: [...configDefaults.exclude, `${engine}/*.postgres.test.ts`],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
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
    testTimeout: 20_000,
    // A poll ends as soon as it is so; on a busy machine one second is no time.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
})

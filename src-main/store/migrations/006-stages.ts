import type { StoreMigration } from '../store-migration.ts'

/** For whom a job stages a version, and when it is rolled back by itself: JSON, and nothing for other jobs. */
export const stages: StoreMigration = {
  to: 6,
  name: 'stages',
  sql: `
    alter table publish_job add column staging text;
  `,
}

import type { StoreMigration } from '../store-migration.ts'

/** Bots put away and taken back, and when each was opened last: of this library, not of the bot. */
export const shelf: StoreMigration = {
  to: 3,
  name: 'shelf',
  sql: `
    alter table bot add column archived_at integer;
    alter table bot add column opened_at integer;
  `,
}

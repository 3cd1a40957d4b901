import { inBoth, type Migration } from '../migration.ts'

/**
 * The key that what people say and who they are is sealed with (requirements.md NHN-141), itself sealed with the
 * engine's. SQL cannot seal: what was plain before is sealed by seal-everything.ts, and `done` says that nothing is left.
 */
export const dataKey: Migration = inBoth(`
  create table data_key (
    name text primary key,
    sealed text not null,
    done integer not null
  ) without rowid;
`)

import type { StoreMigration } from '../store-migration.ts'

/**
 * The bytes of files, once each however many bots have them: records of type `media` name them by their hash. A row
 * stays as long as the log of any bot may bring such a record back (docs/decisions/0016-files-by-their-content.md).
 */
export const media: StoreMigration = {
  to: 2,
  name: 'media',
  sql: `
    create table media (
      hash text primary key,
      mime text not null,
      bytes blob not null,
      added_at integer not null
    );
    create trigger media_stays before update on media begin select raise(abort, 'files do not change'); end;
  `,
}

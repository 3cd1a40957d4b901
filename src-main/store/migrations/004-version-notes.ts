import type { StoreMigration } from '../store-migration.ts'

/** The note of a version can be written anew, as by whoever reviews it; everything else of it stays for good. */
export const versionNotes: StoreMigration = {
  to: 4,
  name: 'version notes',
  sql: `
    drop trigger version_stays;
    create trigger version_stays before update of bot, major, minor, hash, derived_from, seq, actor, at on version
      begin select raise(abort, 'a version does not change'); end;
  `,
}

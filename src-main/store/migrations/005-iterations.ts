import type { StoreMigration } from '../store-migration.ts'

/**
 * What was submitted for review on other machines, by the hash of its content: deflated text of the document. Passes of
 * this library are rebuilt from its own versions.
 */
export const iterations: StoreMigration = {
  to: 5,
  name: 'iterations',
  sql: `
    create table iteration_content (
      bot text not null references bot (id),
      hash text not null,
      document blob not null,
      primary key (bot, hash)
    ) without rowid;
    create trigger iteration_content_stays before update on iteration_content
      begin select raise(abort, 'what was submitted does not change'); end;
  `,
}

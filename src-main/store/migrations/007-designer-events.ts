import type { StoreMigration } from '../store-migration.ts'

/**
 * What people did here with bots that engines have, and which engines were told (requirements.md NHN-143). The id is one
 * of chance, by which an engine knows what it was told twice.
 */
export const designerEvents: StoreMigration = {
  to: 7,
  name: 'designer-events',
  sql: `
    create table designer_event (
      seq integer primary key autoincrement,
      id text not null default (lower(hex(randomblob(16)))),
      bot text not null,
      action text not null,
      version text not null,
      detail text not null,
      actor text not null,
      at integer not null
    );
    create index designer_event_bot on designer_event (bot);
    create table designer_event_told (
      engine text not null references engine (id) on delete cascade,
      event integer not null references designer_event (seq),
      primary key (engine, event)
    ) without rowid;
    create trigger designer_event_stays before update on designer_event
      begin select raise(abort, 'what was done does not change'); end;
  `,
}

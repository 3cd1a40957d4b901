import type { StoreMigration } from '../store-migration.ts'

/**
 * The first library. `record` holds bots as they are now, `edit` how they came to be; a version is a place in that
 * log. The columns beside `body` repeat members of it for the indexes, and are written by record-row.ts only.
 */
export const library: StoreMigration = {
  to: 1,
  name: 'library',
  sql: `
    create table bot (
      id text primary key,
      sample text,
      created_at integer not null,
      removed_at integer
    ) without rowid;

    create table record (
      bot text not null references bot (id),
      id text not null,
      type text not null,
      flow text,
      source text,
      port text,
      target text,
      name text,
      body text not null,
      primary key (bot, id)
    ) without rowid;
    create unique index record_of_bot on record (bot) where type = 'bot';
    create unique index record_port on record (bot, source, port) where type = 'edge';
    create unique index record_name on record (bot, name) where type = 'variable';
    create index record_flow on record (bot, flow) where type = 'block';
    create index record_target on record (bot, target) where target is not null;

    create table edit (
      bot text not null references bot (id),
      seq integer not null,
      id text not null,
      kind text not null,
      target text,
      label text not null,
      actor text not null,
      at integer not null,
      changes text not null,
      primary key (bot, seq)
    ) without rowid;

    create table version (
      bot text not null references bot (id),
      major integer not null,
      minor integer not null,
      hash text not null,
      state text not null,
      derived_from text,
      seq integer,
      note text not null,
      actor text not null,
      at integer not null,
      primary key (bot, major, minor)
    ) without rowid;

    create table engine (
      id text primary key,
      name text not null,
      url text not null,
      key_id text not null,
      sealed_by text,
      sealed_key blob
    ) without rowid;

    create table engine_version (
      engine text not null references engine (id) on delete cascade,
      bot text not null references bot (id),
      version text not null,
      state text not null,
      primary key (engine, bot, version)
    ) without rowid;

    create table history (
      id integer primary key,
      bot text not null references bot (id),
      version text not null,
      from_state text not null,
      to_state text not null,
      actor text not null,
      at integer not null,
      reason text not null
    );
    create index history_bot on history (bot, id);

    create table publish_job (
      id text primary key,
      bot text not null references bot (id),
      engine text not null,
      action text not null,
      version text not null,
      reason text not null,
      conversations text not null,
      message text not null,
      actor text not null,
      state text not null,
      attempts integer not null,
      fault text,
      at integer not null
    );

    create table setting (name text primary key, value text not null) without rowid;

    create trigger edit_stays before update on edit begin select raise(abort, 'the log of edits is append-only'); end;
    create trigger edit_kept before delete on edit begin select raise(abort, 'the log of edits is append-only'); end;
    create trigger history_stays before update on history begin select raise(abort, 'the history is append-only'); end;
    create trigger history_kept before delete on history begin select raise(abort, 'the history is append-only'); end;
    create trigger version_kept before delete on version begin select raise(abort, 'versions are kept'); end;
    create trigger version_stays before update of bot, major, minor, hash, derived_from, seq, note, actor, at on version
      begin select raise(abort, 'a version does not change'); end;
  `,
}

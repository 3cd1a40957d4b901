import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * Which version the draft and test environments have (`live` has the active one), and versions that a percentage of
 * new conversations meet. A bot has one open stage at most; conversations are counted in rows of their own, which each
 * belong to one conversation, so that turns of others never wait for a counter.
 */
export const environmentsAndStages: Migration = joined(
  inBoth(`
  create table environment (
    bot text not null references bot (id),
    name text not null,
    major integer not null,
    minor integer not null,
    at integer not null,
    primary key (bot, name)
  ) without rowid;
  insert into environment (bot, name, major, minor, at)
    select v.bot, 'draft', v.major, v.minor, v.changed_at from version v
    where not exists (
      select 1 from version w where w.bot = v.bot and (w.major, w.minor) > (v.major, v.minor)
    );

  create table stage (
    id integer primary key autoincrement,
    bot text not null references bot (id),
    major integer not null,
    minor integer not null,
    hash text not null references bundle (hash),
    percent integer not null,
    -- JSON; null when only people roll it back.
    roll_back_at text,
    begun_at integer not null,
    ended_at integer,
    ending text
  );
  create unique index stage_open on stage (bot) where ended_at is null;

  create table stage_conversation (
    stage integer not null references stage (id),
    contact text not null,
    failed integer not null,
    primary key (stage, contact)
  ) without rowid;
`),
  neverChanges({ name: 'stage_kept', before: 'delete on stage', says: 'stages are kept' }),
)

import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/** What PostgreSQL's guards do; SQLite has it built in. */
const REFUSE = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin raise exception '%', tg_argv[0]; end $$;
`

/**
 * The first shape of an engine's data. What a contact sends goes through `inbound` (stored), `pending` (to be done)
 * and `turn` (done); `message` is the transcript of both sides. Tables that are a record of what happened can only
 * grow; the one change of `inbound` is that a secret answer is blotted out when it was used.
 */
export const first: Migration = joined(
  { sqlite: '', postgres: REFUSE },
  inBoth(`
  create table bot (
    id text primary key,
    name text not null,
    created_at integer not null,
    -- When the last active version was deactivated; null while one is active.
    rested_at integer
  ) without rowid;

  create table bundle (hash text primary key, text text not null, at integer not null);

  create table version (
    bot text not null references bot (id),
    major integer not null,
    minor integer not null,
    hash text not null references bundle (hash),
    state text not null,
    from_major integer,
    from_minor integer,
    note text not null,
    changed_at integer not null,
    primary key (bot, major, minor)
  ) without rowid;
  create unique index version_active on version (bot) where state = 'active';

  create table conversation (
    bot text not null references bot (id),
    contact text not null,
    hash text references bundle (hash),
    session text,
    state text not null,
    last_number integer not null,
    primary key (bot, contact)
  ) without rowid;
  create index conversation_open on conversation (bot) where state = 'open';

  create table inbound (
    seq integer primary key autoincrement,
    bot text not null references bot (id),
    contact text not null,
    id text not null,
    text text not null,
    option text,
    locale text,
    at integer not null,
    unique (bot, contact, id)
  );
  create table pending (seq integer primary key references inbound (seq));

  create table turn (
    seq integer primary key references inbound (seq),
    outcome text not null,
    hash text references bundle (hash),
    events text not null,
    at integer not null
  );

  create table message (
    bot text not null,
    contact text not null,
    number integer not null,
    sender text not null,
    id text not null,
    text text not null,
    options text,
    -- The inbound message this one is or answers; null for what was said unasked.
    turn integer references turn (seq),
    at integer not null,
    primary key (bot, contact, number)
  ) without rowid;
  create index message_turn on message (turn) where sender = 'bot';

  create table signature (mac text primary key, at integer not null) without rowid;
  create index signature_at on signature (at);

  create table audit (
    id integer primary key,
    at integer not null,
    key text not null,
    action text not null,
    bot text not null,
    version text not null,
    detail text not null,
    chain text not null
  );
  create index audit_bot on audit (bot, id);
`),
  neverChanges({ name: 'bundle_stays', before: 'update on bundle', says: 'bundles do not change' }),
  neverChanges({ name: 'bundle_kept', before: 'delete on bundle', says: 'bundles are kept' }),
  neverChanges({
    name: 'version_stays',
    before: 'update of bot, major, minor, hash, from_major, from_minor, note on version',
    says: 'a version does not change',
  }),
  neverChanges({ name: 'version_kept', before: 'delete on version', says: 'versions are kept' }),
  neverChanges({
    name: 'inbound_stays',
    before: 'update on inbound',
    when: "new.seq <> old.seq or new.bot <> old.bot or new.contact <> old.contact or new.id <> old.id or new.at <> old.at or new.option is not old.option or new.locale is not old.locale or new.text <> '•••'",
    says: 'received messages do not change',
  }),
  neverChanges({ name: 'inbound_kept', before: 'delete on inbound', says: 'received messages are kept' }),
  neverChanges({ name: 'turn_stays', before: 'update on turn', says: 'turns do not change' }),
  neverChanges({ name: 'turn_kept', before: 'delete on turn', says: 'turns are kept' }),
  neverChanges({ name: 'message_stays', before: 'update on message', says: 'messages do not change' }),
  neverChanges({ name: 'message_kept', before: 'delete on message', says: 'messages are kept' }),
  neverChanges({ name: 'audit_stays', before: 'update on audit', says: 'the audit log is append-only' }),
  neverChanges({ name: 'audit_kept', before: 'delete on audit', says: 'the audit log is append-only' }),
)

import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * The agent desk: who answers there, and the conversations that were handed over to them. A chat is `offered` while the
 * bot asks for it, `waiting` from the turn that hands it over, `taken` by an agent, and `closed`; a conversation has one
 * at a time. `desk_note` is what happened to a chat.
 */
export const desk: Migration = joined(
  inBoth(`
  create table desk_agent (
    name text primary key,
    password text not null,
    -- Lists of JSON: what they know, and what of it they take now.
    skills text not null,
    accepts text not null,
    accepting integer not null,
    most_chats integer not null,
    -- When their page was last heard of, and when they were last given a chat.
    seen_at integer,
    assigned_at integer,
    at integer not null
  ) without rowid;

  create table desk_session (
    hash text primary key,
    agent text not null references desk_agent (name) on delete cascade,
    at integer not null,
    used_at integer not null
  ) without rowid;
  create index desk_session_agent on desk_session (agent);

  create table desk_chat (
    id integer primary key autoincrement,
    bot text not null references bot (id),
    contact text not null,
    -- The effect that asked for it.
    effect text not null,
    state text not null,
    skill text,
    reason text not null,
    webstore text,
    channel text not null,
    -- Whether the bot reads along: observe or detached.
    mode text,
    summary text not null,
    agent text,
    at integer not null,
    queued_at integer not null,
    taken_at integer,
    answered_at integer,
    closed_at integer,
    closed_by text,
    close_reason text,
    -- The last message its agent has seen.
    read_number integer not null,
    unique (bot, contact, effect)
  );
  create unique index desk_chat_open on desk_chat (bot, contact) where state in ('waiting', 'taken');
  create index desk_chat_contact on desk_chat (contact);

  create table desk_note (
    seq integer primary key autoincrement,
    chat integer not null references desk_chat (id),
    at integer not null,
    kind text not null,
    agent text,
    -- Whom or which skill it was given to.
    target text,
    text text not null
  );
  create index desk_note_chat on desk_note (chat, seq);

  create table desk_reply (name text primary key, text text not null, at integer not null) without rowid;
  create table desk_setting (name text primary key, value text not null) without rowid;
`),
  neverChanges({ name: 'desk_note_stays', before: 'update on desk_note', says: 'notes do not change' }),
  neverChanges({ name: 'desk_note_kept', before: 'delete on desk_note', says: 'notes are kept' }),
)

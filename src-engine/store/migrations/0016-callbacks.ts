import { inBoth, type Migration } from '../migration.ts'

/** Where the owner of a key is told what became of messages that were begun with it (requirements.md KAR-01). */
export const callbacks: Migration = inBoth(`
  create table proactive_callback (
    -- Keys an engine is started with are in no table.
    key text primary key,
    url text not null,
    -- Sealed (seal.ts): what the address is told is signed with it.
    secret text not null,
    at integer not null
  ) without rowid;
  create index proactive_message_contact on proactive_message (bot, contact, seq);
`)

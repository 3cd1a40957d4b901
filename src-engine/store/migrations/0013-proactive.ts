import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * Conversations that the company begins: which bots are called how, which tokens may begin them, what was asked for,
 * and the ledger of who agreed to be written to.
 */
export const proactive: Migration = joined(
  inBoth(`
  -- What content calls itself for other systems (requirements.md KAR-09); of bots that have such an id only.
  create table external_id (
    hash text primary key references bundle (hash),
    id text not null
  ) without rowid;
  create index external_id_id on external_id (id);

  create table proactive_token (
    bot text not null references bot (id),
    key text not null references api_key (id),
    primary key (bot, key)
  ) without rowid;

  create table proactive_message (
    id text primary key,
    bot text not null,
    contact text not null,
    channel text not null,
    recipient text not null,
    -- The input it became.
    seq integer not null references inbound (seq),
    key text not null,
    at integer not null
  ) without rowid;

  -- What was answered to a key of the sender's, for a day.
  create table proactive_request (
    bot text not null,
    dedupe_key text not null,
    digest text not null,
    answer text not null,
    at integer not null,
    primary key (bot, dedupe_key)
  ) without rowid;
  create index proactive_request_at on proactive_request (at);

  create table consent (
    seq integer primary key autoincrement,
    -- Empty for who is not reached over a channel.
    channel text not null,
    -- Without the environment: consent is the person's.
    contact text not null,
    category text not null,
    consent text not null,
    source text not null,
    wording text not null,
    -- Who told; empty for the contact's own words.
    key text not null,
    -- When it was said, and when it was written down.
    at integer not null,
    noted_at integer not null
  );
  create index consent_contact on consent (channel, contact, seq);
`),
  neverChanges({ name: 'consent_stays', before: 'update on consent', says: 'the ledger is append-only' }),
  neverChanges({ name: 'consent_kept', before: 'delete on consent', says: 'the ledger is append-only' }),
)

import { inBoth, type Migration } from '../migration.ts'

/**
 * Phone numbers, pages, accounts, systems and websites that talk to bots; what people are called there; and what came
 * in. `profile` of an input is what the channel told of the contact when it came.
 */
export const channels: Migration = inBoth(`
  create table channel (
    id text primary key,
    kind text not null,
    name text not null,
    bot text not null,
    environment text not null,
    -- The phone number id, page id or account id; empty where there is none.
    account text not null,
    handle text not null,
    options text not null,
    -- Sealed (seal.ts).
    secrets text not null,
    -- unverified, active or inactive.
    state text not null,
    -- Why it is not active, and whether a person stopped it.
    reason text not null,
    stopped integer not null,
    verified_at integer,
    last_error text,
    last_error_at integer,
    created_at integer not null,
    changed_at integer not null
  );
  create index channel_account on channel (kind, account);
  create index channel_bot on channel (bot);

  -- What the channel calls a person, who may have several names there: a phone number, an id.
  create table channel_address (
    channel text not null,
    address text not null,
    sort text not null,
    contact text not null,
    at integer not null,
    primary key (channel, address)
  ) without rowid;
  -- It holds all that is asked for: SQLite would look through the primary key of the whole channel otherwise.
  create index channel_address_contact on channel_address (contact, channel, at, address, sort);

  -- Everything that came in, once. What became an input is not repeated here: its payload is there.
  create table channel_event (
    seq integer primary key autoincrement,
    channel text not null,
    id text not null,
    sort text not null,
    bot text not null,
    contact text not null,
    note text,
    payload text,
    at integer not null,
    unique (channel, id)
  );
  create index channel_event_channel on channel_event (channel, seq);
  create index channel_event_contact on channel_event (channel, contact, seq);

  -- Inputs that wait for their files, and those of the same contact behind them.
  create table channel_waiting (
    seq integer primary key autoincrement,
    channel text not null,
    bot text not null,
    contact text not null,
    id text not null,
    input text not null,
    profile text,
    locale text,
    -- What is to be fetched; null when there is nothing, or nothing any more.
    files text,
    at integer not null,
    unique (bot, contact, id)
  );

  alter table inbound add column profile text;
`)

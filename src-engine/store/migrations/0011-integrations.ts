import { inBoth, type Migration } from '../migration.ts'

/**
 * Bots and agent desks elsewhere, the services that route to them, and where contacts stand there. What is told to
 * them is in the outbox (0005); here is how each attempt went.
 */
export const integrations: Migration = inBoth(`
  create table integration (
    id text primary key,
    name text not null unique,
    platform text not null,
    -- The bot of this engine behind it; empty for those elsewhere.
    bot text not null,
    url text not null,
    -- JSON of secrets, each sealed (seal.ts).
    secrets text not null,
    -- SHA-256 of what makes its incoming address unguessable.
    hook text not null,
    -- active, inactive (opened by failures) or paused (by a person).
    state text not null,
    failures integer not null,
    failure_unit text not null,
    verified_at integer,
    last_done_at integer,
    last_error text,
    last_error_at integer,
    created_at integer not null,
    changed_at integer not null
  );

  -- That somebody verified some values a moment ago.
  create table integration_proof (
    id text primary key,
    digest text not null,
    at integer not null
  ) without rowid;

  create table integration_attempt (
    seq integer primary key autoincrement,
    delivery integer not null,
    number integer not null,
    at integer not null,
    duration_ms integer not null,
    outcome text not null,
    status integer,
    excerpt text not null
  );
  create index integration_attempt_delivery on integration_attempt (delivery, seq);

  create table service (
    id text primary key,
    name text not null unique,
    -- JSON: assets, integrations, rules.
    content text not null,
    revision integer not null,
    changed_at integer not null
  );
  create table service_asset (
    asset text primary key,
    service text not null references service (id)
  ) without rowid;

  create table routing (
    bot text not null,
    contact text not null,
    service text not null,
    asset text not null,
    state text not null,
    primary key (bot, contact, service)
  ) without rowid;

  -- Conversations with bots elsewhere (BOT) and with agents (CCSP), by the ids those know them by.
  create table routed_conversation (
    id text primary key,
    type text not null,
    bot text not null,
    contact text not null,
    asset text not null,
    service text not null,
    -- Empty for the engine's own desk.
    integration text not null,
    opened_at integer not null,
    closed_at integer
  );
  create unique index routed_conversation_open
    on routed_conversation (asset, contact, service, integration, bot) where closed_at is null and type = 'BOT';
  create index routed_conversation_contact on routed_conversation (bot, contact);
`)

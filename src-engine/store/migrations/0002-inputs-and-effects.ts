import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * Things other than messages happen to conversations: `inbound` takes them all, `effect` holds what the engine has to
 * do for a conversation and has not reported back, and a conversation knows when its clock is due. An effect that was
 * begun is not begun again when the process was killed in between, unless doing it twice changes nothing.
 */
export const inputsAndEffects: Migration = joined(
  inBoth(`
  alter table inbound add column kind text not null default 'message';
  -- JSON of what is more than a text or a tapped option.
  alter table inbound add column input text;
  alter table inbound add column channel text;
`),
  { sqlite: 'drop trigger inbound_stays;', postgres: 'drop trigger inbound_stays on inbound;' },
  neverChanges({
    name: 'inbound_stays',
    before: 'update on inbound',
    when: "new.seq <> old.seq or new.bot <> old.bot or new.contact <> old.contact or new.id <> old.id or new.at <> old.at or new.option is not old.option or new.locale is not old.locale or new.text <> '•••' or new.kind <> old.kind or (new.input is not old.input and new.input is not null)",
    says: 'received messages do not change',
  }),
  inBoth(`
  alter table conversation add column due_at integer;
  create index conversation_due on conversation (due_at) where due_at is not null;

  -- The parts of a message besides its text and options.
  alter table message add column content text;

  create table effect (
    bot text not null,
    contact text not null,
    id text not null,
    request text not null,
    begun_at integer,
    primary key (bot, contact, id)
  ) without rowid;
`),
)

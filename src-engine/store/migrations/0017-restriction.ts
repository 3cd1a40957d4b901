import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * Of whom nothing may be done but to keep it (requirements.md NHN-144), and that what a channel told of somebody may be
 * corrected: of a received message nothing else changes.
 */
export const restriction: Migration = joined(
  inBoth(`
  create table restriction (
    -- A row for each name of the person, so that whoever holds one of them finds it.
    contact text primary key,
    environment text not null,
    -- What the audit log calls it by, which is never erased.
    id text not null,
    reason text not null,
    key text not null,
    at integer not null
  ) without rowid;
`),
  { sqlite: 'drop trigger inbound_stays;', postgres: 'drop trigger inbound_stays on inbound;' },
  neverChanges({
    name: 'inbound_stays',
    before: 'update on inbound',
    // A secret answer is blotted out, or the person is; only the profile may become another one.
    when: `(new.seq <> old.seq or new.bot <> old.bot or new.contact <> old.contact or new.id <> old.id or new.at <> old.at or new.option is not old.option or new.locale is not old.locale or (new.text <> '•••' and new.text <> old.text) or new.kind <> old.kind or (new.input is not old.input and new.input is not null))
      and (new.contact not like 'erased:%' or new.text <> '•••' or new.input is not null or new.option is not null or new.profile is not null or new.seq <> old.seq or new.bot <> old.bot or new.kind <> old.kind or new.at <> old.at)`,
    says: 'received messages do not change',
  }),
)

import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

const DROPS = [
  ['inbound_stays', 'inbound'],
  ['turn_stays', 'turn'],
  ['message_stays', 'message'],
  ['desk_note_stays', 'desk_note'],
] as const

/**
 * What a person said can be taken out of the record of what happened when that person asks for it (requirements.md
 * NHN-144): their name becomes one that begins with `erased:` and their words are blotted out. The rows stay with their
 * numbers, times and outcomes, so that nothing that is counted changes. And keys may be bound to addresses (NHN-142).
 */
export const erasure: Migration = joined(
  inBoth(`
  alter table turn add column erased_at integer;
  -- From where a key may be used: addresses and ranges with a space between them; empty for everywhere.
  alter table api_key add column addresses text not null default '';
`),
  {
    sqlite: DROPS.map(([name]) => `drop trigger ${name};`).join('\n'),
    postgres: DROPS.map(([name, table]) => `drop trigger ${name} on ${table};`).join('\n'),
  },
  neverChanges({
    name: 'inbound_stays',
    before: 'update on inbound',
    // A secret answer is blotted out, or the person is.
    when: `(new.seq <> old.seq or new.bot <> old.bot or new.contact <> old.contact or new.id <> old.id or new.at <> old.at or new.option is not old.option or new.locale is not old.locale or new.text <> '•••' or new.kind <> old.kind or (new.input is not old.input and new.input is not null))
      and (new.contact not like 'erased:%' or new.text <> '•••' or new.input is not null or new.option is not null or new.profile is not null or new.seq <> old.seq or new.bot <> old.bot or new.kind <> old.kind or new.at <> old.at)`,
    says: 'received messages do not change',
  }),
  neverChanges({
    name: 'turn_stays',
    before: 'update on turn',
    when: 'new.erased_at is null or old.erased_at is not null or new.seq <> old.seq or new.outcome <> old.outcome or new.hash is not old.hash or new.at <> old.at',
    says: 'turns do not change',
  }),
  neverChanges({
    name: 'message_stays',
    before: 'update on message',
    when: "new.contact not like 'erased:%' or new.text <> '•••' or new.options is not null or new.content is not null or new.bot <> old.bot or new.number <> old.number or new.sender <> old.sender or new.turn is not old.turn or new.at <> old.at",
    says: 'messages do not change',
  }),
  neverChanges({
    name: 'desk_note_stays',
    before: 'update on desk_note',
    when: "new.text <> '•••' or new.seq <> old.seq or new.chat <> old.chat or new.at <> old.at or new.kind <> old.kind or new.agent is not old.agent or new.target is not old.target",
    says: 'notes do not change',
  }),
)

import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * How long each class of data is kept, and of whom nothing may be erased for now (requirements.md NHN-144). A file
 * that comes again is young again; its bytes stay as they are.
 */
export const rights: Migration = joined(
  inBoth(`
  -- Days by the class of data, and when what is older was removed last (epoch ms).
  create table retention (name text primary key, value integer not null) without rowid;

  -- Whether files are old is asked without reading them.
  create index media_at on media (at, hash);

  create table legal_hold (
    -- What the audit log calls it by, which is never erased.
    id text primary key,
    -- Without the environment: it is of the person.
    contact text not null unique,
    reason text not null,
    key text not null,
    at integer not null
  ) without rowid;
`),
  { sqlite: 'drop trigger media_stays;', postgres: 'drop trigger media_stays on media;' },
  neverChanges({
    name: 'media_stays',
    before: 'update of hash, mime, bytes on media',
    says: 'files do not change',
  }),
)

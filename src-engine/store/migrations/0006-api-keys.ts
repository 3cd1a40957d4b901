import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/**
 * Keys of programs and people. A secret is there once: sealed where signatures are checked with it, as a SHA-256 where
 * it only has to be recognised. Keys are never deleted, so that what the audit log names can be looked up.
 */
export const apiKeys: Migration = joined(
  inBoth(`
  create table api_key (
    id text primary key,
    kind text not null,
    label text not null,
    scopes text not null,
    created_at integer not null,
    created_by text not null,
    revoked_at integer
  ) without rowid;

  create table api_secret (
    key text not null references api_key (id),
    number integer not null,
    value text not null,
    -- When it stops being accepted; null for the newest.
    ends_at integer,
    primary key (key, number)
  ) without rowid;
`),
  neverChanges({
    name: 'api_key_stays',
    before: 'update of id, kind, label, scopes, created_at, created_by on api_key',
    says: 'a key does not change',
  }),
  neverChanges({ name: 'api_key_kept', before: 'delete on api_key', says: 'keys are kept' }),
)

import { inBoth, joined, type Migration, neverChanges } from '../migration.ts'

/** The bytes of files that bots send, once each however many bots and versions have them. */
export const media: Migration = joined(
  inBoth(`
  create table media (
    hash text primary key,
    mime text not null,
    bytes blob not null,
    at integer not null
  );
`),
  neverChanges({ name: 'media_stays', before: 'update on media', says: 'files do not change' }),
)

/** The bytes of files that bots send, once each however many bots and versions have them. */
export const media = `
  create table media (
    hash text primary key,
    mime text not null,
    bytes blob not null,
    at integer not null
  );
  create trigger media_stays before update on media begin select raise(abort, 'files do not change'); end;
`

import type { ReadDb } from './db.ts'

/** A table of an engine: the columns that tell its rows apart, and the one that counts by itself, if there is one. */
export type Table = Readonly<{ name: string; key: readonly string[]; counter: string | null }>

/** What opens these data and no others, which a backup does not need. */
const OWN = 'data_key'

type Row = Readonly<{ name: string; key: string; counter: number | string | null }>

const SQLITE = `
  select t.name, (select json_group_array(name) from (select name from pragma_table_info(t.name) where pk > 0 order by pk)) as key,
    (select c.name from pragma_table_info(t.name) c where c.pk = 1 and c.type = 'INTEGER'
       and (select count(*) from pragma_table_info(t.name) where pk > 0) = 1) as counter
  from sqlite_schema t where t.type = 'table' and t.name not like 'sqlite_%' order by t.rowid`

const POSTGRES = `
  select c.relname as name,
    (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))::text
       from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as key,
    (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as counter
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and c.relname <> 'parley_version' order by c.oid`

/** The tables of the data, each behind those it refers to, which is the order they were made in. */
export async function tablesOf(db: ReadDb, isOnPostgres: boolean): Promise<readonly Table[]> {
  const rows = await db.all<Row>(isOnPostgres ? POSTGRES : SQLITE)
  return rows
    .filter(({ name }) => name !== OWN)
    .map(({ name, key, counter }) => ({
      name,
      key: JSON.parse(key ?? '[]'),
      counter: counter === null ? null : String(counter),
    }))
}

import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A key as it lies in the file: only ever as cipher text, and by what it was made. */
export type SealedKey = Readonly<{ by: 'system' | 'passphrase'; bytes: Uint8Array }>

type Row = { id: string; name: string; url: string; keyId: string; hasKey: number }

const SELECT = 'select id, name, url, key_id as keyId, sealed_key is not null as hasKey from engine'

export function listEngines(db: ReadDb): readonly EngineAccount[] {
  return db.all<Row>(`${SELECT} order by name, id`).map(toAccount)
}

export function findEngine(db: ReadDb, id: string): EngineAccount | undefined {
  return db.all<Row>(`${SELECT} where id = ?`, id).map(toAccount)[0]
}

/** Adds or changes an account; without a key the present one stays. */
export function putEngine(
  db: WriteDb,
  { id, name, url, keyId }: Omit<EngineAccount, 'hasKey'>,
  key: SealedKey | null,
): void {
  db.run(
    `insert into engine (id, name, url, key_id) values (?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name, url = excluded.url, key_id = excluded.key_id`,
    ...[id, name, url, keyId],
  )
  if (key) db.run('update engine set sealed_by = ?, sealed_key = ? where id = ?', key.by, key.bytes, id)
}

/** Forgets an account, its key, and what was known of its versions. */
export function removeEngine(db: WriteDb, id: string): boolean {
  return db.run('delete from engine where id = ?', id) > 0
}

export function sealedKeyOf(db: ReadDb, id: string): SealedKey | null {
  const row = db.get<SealedKey>(
    'select sealed_by as "by", sealed_key as bytes from engine where id = ? and sealed_key is not null',
    id,
  )
  return row ?? null
}

function toAccount({ hasKey, ...row }: Row): EngineAccount {
  return { ...row, hasKey: hasKey === 1 }
}

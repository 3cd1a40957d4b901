import { KEY_KINDS, type KeyKind } from '../../src-shared/publish/key-protocol.ts'
import { SCOPES, type Scope } from '../../src-shared/publish/scopes.ts'
import type { ReadDb, WriteDb } from './db.ts'

/** A secret as it is kept: sealed for signing keys, the SHA-256 of a token. */
export type KeptSecret = Readonly<{ number: number; value: string; endsAt: number | null }>

export type KeyRow = Readonly<{
  id: string
  kind: KeyKind
  label: string
  scopes: readonly Scope[]
  /** From where it may be used; empty for everywhere. */
  addresses: readonly string[]
  createdAt: number
  createdBy: string
  revokedAt: number | null
  /** The oldest first. */
  secrets: readonly KeptSecret[]
}>

type Joined = Readonly<{
  id: string
  kind: string
  label: string
  scopes: string
  addresses: string
  createdAt: number
  createdBy: string
  revokedAt: number | null
  number: number
  value: string
  endsAt: number | null
}>

const SELECT = `select k.id, k.kind, k.label, k.scopes, k.addresses, k.created_at as "createdAt", k.created_by as "createdBy",
    k.revoked_at as "revokedAt", s.number, s.value, s.ends_at as "endsAt"
  from api_key k join api_secret s on s.key = k.id`

export async function findApiKey(db: ReadDb, id: string): Promise<KeyRow | null> {
  return rowsOf(await db.all<Joined>(`${SELECT} where k.id = ? order by s.number`, id))[0] ?? null
}

/** All keys, revoked ones too, in the order they were made. */
export async function listApiKeys(db: ReadDb): Promise<readonly KeyRow[]> {
  return rowsOf(await db.all<Joined>(`${SELECT} order by k.created_at, k.id, s.number`))
}

export async function addApiKey(db: WriteDb, { secrets, ...key }: KeyRow): Promise<void> {
  const { id, kind, label, scopes, addresses, createdAt, createdBy, revokedAt } = key
  const row = { id, kind, label, scopes: scopes.join(' '), addresses: addresses.join(' ') }
  const when = { created_at: createdAt, created_by: createdBy, revoked_at: revokedAt }
  await db.insert('api_key', [{ ...row, ...when }])
  for (const secret of secrets) await addSecret(db, id, secret)
}

/** Adds the newest secret. Of those before it only the one numbered before goes on, until `endsAt`. */
export async function replaceSecret(
  db: WriteDb,
  key: string,
  secret: KeptSecret,
  before: Readonly<{ number: number; endsAt: number }>,
): Promise<void> {
  await db.run('delete from api_secret where key = ? and number < ?', key, before.number)
  await db.run('update api_secret set ends_at = ? where key = ?', before.endsAt, key)
  await addSecret(db, key, secret)
}

export async function setKeyAddresses(db: WriteDb, key: string, addresses: readonly string[]): Promise<void> {
  await db.run('update api_key set addresses = ? where id = ?', addresses.join(' '), key)
}

/** Nothing of its secrets is kept. */
export async function revokeApiKey(db: WriteDb, key: string, at: number): Promise<void> {
  await db.run('update api_key set revoked_at = ? where id = ?', at, key)
  await db.run("update api_secret set value = '' where key = ?", key)
}

async function addSecret(db: WriteDb, key: string, { number, value, endsAt }: KeptSecret): Promise<void> {
  await db.insert('api_secret', [{ key, number, value, ends_at: endsAt }])
}

function rowsOf(joined: readonly Joined[]): readonly KeyRow[] {
  const keys = new Map<string, KeyRow>()
  for (const { number, value, endsAt, kind, scopes, addresses, ...rest } of joined) {
    const before = keys.get(rest.id)?.secrets ?? []
    keys.set(rest.id, {
      ...rest,
      kind: KEY_KINDS.find(known => known === kind) ?? 'signing',
      scopes: SCOPES.filter(scope => scopes.split(' ').includes(scope)),
      addresses: addresses === '' ? [] : addresses.split(' '),
      secrets: [...before, { number, value, endsAt }],
    })
  }
  return [...keys.values()]
}

import { createHash, randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type {
  ApiKey,
  KeyAddresses,
  KeyList,
  NewKeyRequest,
  RotateKeyRequest,
  ShownKey,
} from '../../src-shared/publish/key-protocol.ts'
import { isWithin } from '../http/address-list.ts'
import {
  addApiKey,
  findApiKey,
  type KeyRow,
  listApiKeys,
  replaceSecret,
  revokeApiKey,
  setKeyAddresses,
} from '../store/api-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import type { EngineDb, ReadDb, WriteDb } from '../store/db.ts'
import type { Sealer } from '../store/seal.ts'

/** Who does it, and when. */
export type By = Readonly<{ key: string; at: number }>

type Host = Readonly<{ db: EngineDb; seal: Sealer }>

export async function listKeys(db: ReadDb, now: number): Promise<KeyList> {
  return { keys: (await listApiKeys(db)).map(row => shown(row, now)) }
}

/** Makes a key. Its secret is in the answer and nowhere else. */
export async function addKey({ db, seal }: Host, request: NewKeyRequest, by: By): Promise<ShownKey> {
  const id = `key-${randomBytes(6).toString('hex')}`
  const { secret, value } = newSecret(seal, { id, kind: request.kind, number: 1 })
  const row: KeyRow = {
    ...request,
    id,
    scopes: [...new Set(request.scopes)],
    createdAt: by.at,
    createdBy: by.key,
    revokedAt: null,
    secrets: [{ number: 1, value, endsAt: null }],
  }
  await db.atomically(async tx => {
    await tx.lock([AUDIT])
    await addApiKey(tx, row)
    await tell(tx, by, 'key.add', { key: id, ...request })
  })
  return { key: shown(row, by.at), secret }
}

/** Gives a key a new secret; the one before is accepted for `graceMs` more, so there are two while callers change. */
export function rotateKey(
  { db, seal }: Host,
  id: string,
  { graceMs }: RotateKeyRequest,
  by: By,
): Promise<Result<ShownKey>> {
  return db.atomically(async (tx): Promise<Result<ShownKey>> => {
    await tx.lock([AUDIT, id])
    const row = await livingKey(tx, id)
    if (!row.ok) return row
    const { secrets, kind } = row.value
    const before = secrets.at(-1)?.number ?? 0
    const number = before + 1
    const { secret, value } = newSecret(seal, { id, kind, number })
    const endsAt = by.at + graceMs
    await replaceSecret(tx, id, { number, value, endsAt: null }, { number: before, endsAt })
    await tell(tx, by, 'key.rotate', { key: id, number, graceMs })
    const after = await livingKey(tx, id)
    return after.ok ? ok({ key: shown(after.value, by.at), secret }) : after
  })
}

/** Binds a key to addresses. Nobody locks themselves out: who binds the key they came with is within. */
export function bindKey(
  { db }: Pick<Host, 'db'>,
  id: string,
  { addresses }: KeyAddresses,
  by: By & Readonly<{ address: string }>,
): Promise<Result<ApiKey>> {
  return db.atomically(async (tx): Promise<Result<ApiKey>> => {
    await tx.lock([AUDIT, id])
    const row = await livingKey(tx, id)
    if (!row.ok) return row
    if (by.key === id && !isWithin(by.address, addresses))
      return fault('key/would-lock-out', `Add ${by.address}, which this comes from.`)
    await setKeyAddresses(tx, id, addresses)
    await tell(tx, { key: by.key, at: by.at }, 'key.bind', { key: id, addresses })
    return ok(shown({ ...row.value, addresses }, by.at))
  })
}

/** Takes a key back at once and for good; other processes notice within seconds (key-ring.ts). */
export function revokeKey({ db }: Pick<Host, 'db'>, id: string, by: By): Promise<Result<ApiKey>> {
  return db.atomically(async (tx): Promise<Result<ApiKey>> => {
    await tx.lock([AUDIT, id])
    const row = await livingKey(tx, id)
    if (!row.ok) return row
    await revokeApiKey(tx, id, by.at)
    await tell(tx, by, 'key.revoke', { key: id })
    return ok(shown({ ...row.value, revokedAt: by.at }, by.at))
  })
}

async function livingKey(db: ReadDb, id: string): Promise<Result<KeyRow>> {
  const row = await findApiKey(db, id)
  return row && row.revokedAt === null ? ok(row) : fault('key/not-found')
}

function tell(tx: WriteDb, { key, at }: By, action: string, detail: Record<string, unknown>): Promise<void> {
  return appendAudit(tx, { at, key, action, bot: '', version: '', detail })
}

/** What a sealed secret is about, so that it opens as this one only. */
export function aboutSecret(key: string, number: number): string {
  return `api_secret/${key}/${number}`
}

/** How a token is kept. It is 32 random bytes, so nothing slower is needed. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function newSecret(seal: Sealer, { id, kind, number }: Pick<KeyRow, 'id' | 'kind'> & { number: number }) {
  const random = randomBytes(32).toString('base64url')
  if (kind === 'signing') return { secret: random, value: seal.seal(random, aboutSecret(id, number)) }
  const token = `parley_${id}_${random}`
  return { secret: token, value: hashOfToken(token) }
}

function shown({ id, secrets, ...row }: KeyRow, now: number): ApiKey {
  const { kind, label, scopes, addresses, createdAt, createdBy, revokedAt } = row
  const ends = secrets.flatMap(({ endsAt }) => (endsAt !== null && endsAt > now ? [endsAt] : []))
  const rotatingUntil = ends.length > 0 && revokedAt === null ? Math.max(...ends) : null
  const may = { scopes: [...scopes], addresses: [...addresses] }
  return { key: id, kind, label, ...may, createdAt, createdBy, rotatingUntil, revokedAt }
}

import { timingSafeEqual } from 'node:crypto'
import { SCOPES, type Scope } from '../../src-shared/publish/scopes.ts'
import type { SigningKeys } from '../signing-keys.ts'
import { findApiKey, type KeyRow } from '../store/api-keys.ts'
import type { ReadDb } from '../store/db.ts'
import type { Sealer } from '../store/seal.ts'
import { aboutSecret, hashOfToken } from './manage-keys.ts'

/** Who asks, and what they may do. */
export type Caller = Readonly<{
  id: string
  scopes: readonly Scope[]
  /** From where; empty for everywhere. */
  addresses: readonly string[]
}>

/** A key that signs requests. All of its secrets are accepted: there are two while it is rotated. */
export type SigningKey = Caller & Readonly<{ secrets: readonly string[] }>

type Host = Readonly<{ db: ReadDb; seal: Sealer; keys: SigningKeys; now: () => number }>

/** How long a key is taken as it was read; a key revoked in another process works there for so long. */
const KNOWN_FOR_MS = 5000

/** The keys of an engine: those it was started with, which may do everything, and those in its data. */
export class KeyRing {
  private readonly host: Host
  private readonly known = new Map<string, Readonly<{ row: KeyRow; readAt: number }>>()

  constructor(host: Host) {
    this.host = host
  }

  /** The signing key of an id as it is now; null when there is none, or it was revoked. */
  async signing(id: string): Promise<SigningKey | null> {
    const given = this.host.keys.get(id)
    if (given) return { id, secrets: given, scopes: SCOPES, addresses: [] }
    const row = await this.rowOf(id)
    if (row?.kind !== 'signing') return null
    const secrets = this.living(row).flatMap(({ number, value }) => {
      const opened = this.host.seal.open(value, aboutSecret(id, number))
      return opened.ok ? [opened.value] : []
    })
    return secrets.length > 0 ? { id, secrets, scopes: row.scopes, addresses: row.addresses } : null
  }

  /** Whose token this is; null for nobody's. */
  async bearer(token: string): Promise<Caller | null> {
    const [, id] = /^parley_(key-[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/.exec(token) ?? []
    const row = id === undefined ? null : await this.rowOf(id)
    if (row?.kind !== 'token') return null
    const hash = Buffer.from(hashOfToken(token))
    const fits = this.living(row).map(({ value }) => timingSafeEqual(Buffer.from(value), hash))
    return fits.includes(true) ? { id: row.id, scopes: row.scopes, addresses: row.addresses } : null
  }

  /** What a key may do; nothing when there is none. */
  async scopesOf(id: string): Promise<readonly Scope[]> {
    return this.host.keys.get(id) ? SCOPES : ((await this.rowOf(id))?.scopes ?? [])
  }

  /** To be called when a key was changed here. */
  forget(id: string): void {
    this.known.delete(id)
  }

  private living({ secrets }: KeyRow): KeyRow['secrets'] {
    return secrets.filter(({ endsAt }) => endsAt === null || endsAt > this.host.now())
  }

  private async rowOf(id: string): Promise<KeyRow | null> {
    const now = this.host.now()
    const known = this.known.get(id)
    if (known && now - known.readAt < KNOWN_FOR_MS) return known.row
    const row = await findApiKey(this.host.db, id)
    if (!row || row.revokedAt !== null) {
      this.known.delete(id)
      return null
    }
    this.known.set(id, { row, readAt: now })
    return row
  }
}

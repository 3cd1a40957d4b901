import { aboutChannel } from './channels/open-secrets.ts'
import { renewSecrets } from './integrations/secrets.ts'
import { aboutSecret } from './keys/manage-keys.ts'
import { sealedAbout } from './proactive/manage-callback.ts'
import type { EngineDb, Param } from './store/db.ts'
import type { SealedSecrets } from './store/integrations.ts'
import { isSealedText, type Sealer } from './store/seal.ts'

/** How many rows were changed, and what does not open with any key: it stays as it is. */
export type Resealed = Readonly<{ count: number; unreadable: readonly string[] }>

/** Seals one thing anew, where that is needed. */
type Renew = (sealed: string, about: string) => string
type Row = Readonly<Record<string, Param>>

/** Where secrets are kept that the engine's own key seals; all else is under the key of the data (store/unlock-data.ts). */
type Place = Readonly<{
  table: string
  key: readonly string[]
  column: string
  renewed: (value: string, row: Row, renew: Renew) => string
}>

const PLACES: readonly Place[] = [
  {
    table: 'channel',
    key: ['id'],
    column: 'secrets',
    renewed: (value, { id }, renew) => renew(value, aboutChannel(String(id))),
  },
  {
    table: 'integration',
    key: ['id'],
    column: 'secrets',
    renewed: (value, { id }, renew) =>
      JSON.stringify(renewSecrets(JSON.parse(value) as SealedSecrets, String(id), renew)),
  },
  {
    table: 'proactive_callback',
    key: ['key'],
    column: 'secret',
    renewed: (value, { key }, renew) => renew(value, sealedAbout(String(key))),
  },
  {
    table: 'api_secret',
    key: ['key', 'number'],
    column: 'value',
    // Tokens are kept as what their bytes hash to.
    renewed: (value, { key, number }, renew) =>
      isSealedText(value) ? renew(value, aboutSecret(String(key), Number(number))) : value,
  },
]

/** Rows of one transaction. */
const PAGE = 200

/**
 * Seals all secrets with the first seal key that are sealed with another, a page at a time: who is interrupted goes on
 * at the next start. A row that somebody changes meanwhile is left to them, for they seal with that key too.
 */
export async function resealSecrets(db: EngineDb, seal: Sealer): Promise<Resealed> {
  const unreadable: string[] = []
  const renew: Renew = (sealed, about) => {
    if (seal.isCurrent(sealed)) return sealed
    const opened = seal.open(sealed, about)
    if (opened.ok) return seal.seal(opened.value, about)
    unreadable.push(about)
    return sealed
  }
  let count = 0
  for (const place of PLACES) count += await resealPlace(db, place, renew)
  return { count, unreadable }
}

async function resealPlace(db: EngineDb, place: Place, renew: Renew): Promise<number> {
  const { table, key, column, renewed } = place
  const rows = await db.all<Row>(
    `select ${[...key, column].join(', ')} from ${table} order by ${key.join(', ')}`,
  )
  let count = 0
  for (let from = 0; from < rows.length; from += PAGE)
    count += await db.atomically(async tx => {
      let changed = 0
      for (const row of rows.slice(from, from + PAGE)) {
        const before = String(row[column])
        const after = renewed(before, row, renew)
        if (after === before) continue
        const where = [...key, column].map(name => `${name} = ?`).join(' and ')
        const values = key.map(name => row[name] ?? null)
        changed += await tx.run(`update ${table} set ${column} = ? where ${where}`, after, ...values, before)
      }
      return changed
    })
  return count
}

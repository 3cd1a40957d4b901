import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { ownFile } from './own-file.ts'
import type { SealKey, SealKeys } from './store/seal.ts'

export const SEAL_FILE = 'seal-key'

const BYTES = 32

/** Keys written as `id:<32 bytes in base64url>`, several between commas; the first seals. Never says the text. */
export function parseSealKeys(text: string): Result<SealKeys> {
  const keys: SealKey[] = []
  for (const [index, part] of text.trim().split(',').entries()) {
    const [, id, secret] = /^\s*([A-Za-z0-9_-]{1,64}):([A-Za-z0-9_-]{43})=?\s*$/.exec(part) ?? []
    const bytes = Buffer.from(secret ?? '', 'base64url')
    if (id === undefined || bytes.length !== BYTES || keys.some(key => key.id === id))
      return fault(
        'engine-config/invalid',
        `Seal key ${index + 1} should be id:key, the key 32 bytes in base64url, and no id twice.`,
      )
    keys.push({ id, bytes })
  }
  const [first, ...rest] = keys
  return first ? ok([first, ...rest]) : fault('engine-config/invalid', 'A seal key is needed.')
}

/** The keys in the data folder, made at the first start. Who loses the file loses what was sealed. */
export function sealKeysOfFolder(folder: string): Result<SealKeys> {
  const found = ownFile(folder, SEAL_FILE, () => `first:${randomBytes(BYTES).toString('base64url')}`)
  if (!found.ok) return found
  const { file, text } = found.value
  const keys = parseSealKeys(text)
  return keys.ok ? keys : fault('engine-config/invalid', `${file}: ${keys.message}`)
}

type Options = Readonly<{ sealKeys?: SealKeys | null; dataFolder: string; databaseUrl?: string | null }>

/** The keys that were given, else those of the data folder; a database that others share cannot do with a folder's. */
export function findSealKeys({ sealKeys, dataFolder, databaseUrl }: Options): Result<SealKeys> {
  if (sealKeys) return ok(sealKeys)
  if (databaseUrl)
    return fault(
      'engine-config/invalid',
      'DATABASE_URL needs PARLEY_ENGINE_SEAL_KEY, the same for all its engines.',
    )
  return sealKeysOfFolder(dataFolder)
}

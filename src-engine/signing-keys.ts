import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../src-shared/kit/result.ts'
import { ownFile } from './own-file.ts'

/** Secrets by key id. Two of one id are both accepted, which is how a key is rotated. */
export type SigningKeys = ReadonlyMap<string, readonly string[]>

export const KEY_FILE = 'engine-key'

/** Keys written as `keyId:secret`, several between commas; `engine-config/invalid` names what is wrong, not the text. */
export function parseKeys(text: string): Result<SigningKeys> {
  const keys = new Map<string, readonly string[]>()
  for (const [index, part] of text.trim().split(',').entries()) {
    const [, id, secret] = /^\s*([A-Za-z0-9._-]{1,64}):([\x21-\x2b\x2d-\x7e]{16,256})\s*$/.exec(part) ?? []
    if (id === undefined || secret === undefined)
      return fault(
        'engine-config/invalid',
        `Key ${index + 1} should be keyId:secret, the secret of 16 to 256 characters without spaces and commas.`,
      )
    keys.set(id, [...(keys.get(id) ?? []), secret])
  }
  return ok(keys)
}

/** The keys in the data folder, made at the first start; `generated` is then what to show, once. */
export function keysOfFolder(folder: string): Result<{ keys: SigningKeys; generated: string | null }> {
  const found = ownFile(folder, KEY_FILE, () => `parley:${randomBytes(32).toString('base64url')}`)
  if (!found.ok) return found
  const { file, text, isNew } = found.value
  const keys = parseKeys(text)
  return keys.ok
    ? ok({ keys: keys.value, generated: isNew ? text : null })
    : fault('engine-config/invalid', `${file}: ${keys.message}`)
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'

/** 32 bytes under a name. */
export type SealKey = Readonly<{ id: string; bytes: Uint8Array }>

/** The first key seals, all of them open: a new one is put in front, and the old one stays while something needs it. */
export type SealKeys = readonly [SealKey, ...SealKey[]]

/**
 * Keeps secrets at rest with AES-256-GCM (requirements.md NHN-141). `about` says whose secret it is and where it lies,
 * such as `api_secret/key-12/1`; what was sealed about one thing cannot be opened as that of another, so rows that are
 * swapped in the data are refused.
 */
export type Sealer = Readonly<{
  seal: (text: string, about: string) => string
  /** 'engine-data/sealed' when the key is not here, or it was changed, or it is about something else. */
  open: (sealed: string, about: string) => Result<string>
  /** Whether it was sealed with the first key; otherwise it should be opened and sealed again. */
  isCurrent: (sealed: string) => boolean
}>

const FORM = 'v1'
const NONCE = 12
const TAG = 16

/** Texts that are kept open: who sends messages needs the same few secrets for each. */
const MOST_OPEN = 1000

/** Random nonces are safe for some four thousand million seals of one key. */
export function createSealer(keys: SealKeys): Sealer {
  const [first] = keys
  const open = new Map<string, string>()
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', first.bytes, nonce, { authTagLength: TAG })
      cipher.setAAD(contextOf(first.id, about))
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return [FORM, first.id, Buffer.concat(parts).toString('base64url')].join('.')
    },
    open(sealed, about) {
      const name = `${about}\n${sealed}`
      const before = open.get(name)
      if (before !== undefined) return ok(before)
      const { id, bytes } = partsOf(sealed)
      const key = keys.find(key => key.id === id)
      if (!key)
        return fault(
          'engine-data/sealed',
          `It was sealed with the key “${id}”, which is not in PARLEY_ENGINE_SEAL_KEY.`,
        )
      const text = opened(key, bytes, about)
      if (text === null) return fault('engine-data/sealed', `It is not what was sealed (${about}).`)
      if (open.size >= MOST_OPEN) open.clear()
      open.set(name, text)
      return ok(text)
    },
    isCurrent: sealed => partsOf(sealed).id === first.id,
  }
}

/** Whether a text is something that was sealed, with whichever key. */
export function isSealedText(text: string): boolean {
  return text.startsWith(`${FORM}.`)
}

function partsOf(sealed: string): Readonly<{ id: string; bytes: Buffer }> {
  const [form, id = '', data = ''] = sealed.split('.')
  return form === FORM ? { id, bytes: Buffer.from(data, 'base64url') } : { id: '', bytes: Buffer.alloc(0) }
}

function opened(key: SealKey, bytes: Buffer, about: string): string | null {
  if (bytes.length < NONCE + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  })
  decipher.setAAD(contextOf(key.id, about))
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function contextOf(keyId: string, about: string): Buffer {
  return Buffer.from(JSON.stringify([FORM, keyId, about]))
}

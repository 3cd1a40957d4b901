import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { quickMac } from '../quick-mac.ts'

/** What a cell holds: a text, or the bytes of a file. */
export type Cell = string | Uint8Array
/** Values of the row that a cell belongs to: it opens in no other. */
export type RowKey = readonly unknown[]

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
/** A text that is sealed begins with what it is sealed as; neither can begin the name of a contact. */
const BODY = '~b1.'
const NAME = '~n1.'
const FILE = Buffer.from('PRB1')
/** Bytes by which a file becomes longer. */
export const FILE_OVERHEAD = FILE.length + NONCE + TAG
/** Texts that say nothing of anybody stay as they are: SQL writes them, and there is nothing to hide. */
const OPEN_TEXTS: ReadonlySet<string> = new Set(['', '•••', '[]', '{}'])
/** Ids of WhatsApp have a phone number in them, and who changed their name there is called by it. */
const PERSONAL_ID = /^(?:wamid\.|moved-|~n1\.)/
/** What is left of a name that was erased is random. */
const ERASED = /^erased(?:[.:]|$)/
const NONCES = 1024

/** A cell that does not open: it was changed, moved, or is not sealed at all. Says where, and nothing of what is in it. */
export class SealBroken extends Error {
  readonly code = 'engine-data/sealed'

  constructor(place: string, key: RowKey) {
    const numbers = key.filter(value => typeof value === 'number')
    super(`${place}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''} is not what was sealed there`)
    this.name = 'SealBroken'
  }
}

/**
 * Seals what people say and who they are with AES-256-GCM under the data's own key (docs/decisions/0035): bodies under a
 * random nonce, bound to their column and row; names under one that follows from the name, so that equal names are equal
 * in the data and can be looked up. A name is bound to nothing, but the bodies beside it are bound to it.
 */
export class Vault {
  /** How many times a cell did not open. */
  broken = 0
  /** Told of each. */
  onBroken: (error: SealBroken) => void = () => {}
  private readonly bodies
  private readonly names
  private readonly mac: ReturnType<typeof quickMac>
  private readonly sealedNames = new Recent<string>()
  private readonly openNames = new Recent<string>()
  private readonly openBodies = new Recent<Opened>()
  private nonces = Buffer.alloc(0)
  private nextNonce = 0

  /** @param key 32 random bytes of these data */
  constructor(key: Uint8Array) {
    const derived = (use: string) =>
      Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `parley/at-rest/${use}`, 32))
    this.bodies = createSecretKey(derived('bodies'))
    this.names = createSecretKey(derived('names'))
    this.mac = quickMac(derived('nonces'))
  }

  /** A name as the data have it, always the same. */
  name(text: string): string {
    if (text === '' || ERASED.test(text)) return text
    const before = this.sealedNames.get(text)
    if (before !== undefined) return before
    const bytes = Buffer.from(text)
    const nonce = this.mac(bytes).subarray(0, NONCE)
    const sealed = NAME + encrypted(this.names, nonce, bytes, NAME).toString('base64url')
    this.sealedNames.set(text, sealed)
    this.openNames.set(sealed, text)
    return sealed
  }

  /** What something is called by who sent it, as the data have it. */
  id(text: string): string {
    return PERSONAL_ID.test(text) ? this.name(text) : text
  }

  /** Null for one that is sealed and does not open. */
  openId(text: string): string | null {
    return text.startsWith(NAME) ? this.openName(text) : text
  }

  /** What a name in the data stands for; null when it does not open. */
  openName(sealed: string): string | null {
    if (sealed === '' || ERASED.test(sealed)) return sealed
    if (!sealed.startsWith(NAME)) return null
    const before = this.openNames.get(sealed)
    if (before !== undefined) return before
    const text = decrypted(this.names, Buffer.from(sealed.slice(NAME.length), 'base64url'), NAME)?.toString()
    if (text === undefined) return null
    this.openNames.set(sealed, text)
    return text
  }

  /** 64 letters that stand for a text where it is only to be told from others. */
  digest(text: string): string {
    return this.mac(Buffer.from(`digest\n${text}`)).toString('hex')
  }

  /** @param place `table.column` */
  seal(place: string, cell: string, key?: RowKey): string
  seal(place: string, cell: Uint8Array, key?: RowKey): Uint8Array
  seal(place: string, cell: Cell, key?: RowKey): Cell
  seal(place: string, cell: Cell, key: RowKey = []): Cell {
    if (typeof cell !== 'string')
      return Buffer.concat([FILE, encrypted(this.bodies, this.nonce(), cell, about(place, key))])
    if (OPEN_TEXTS.has(cell)) return cell
    const where = about(place, key)
    const sealed = BODY + encrypted(this.bodies, this.nonce(), Buffer.from(cell), where).toString('base64url')
    if (READ_SOON.has(place)) this.remember(sealed, { sealed, where, text: cell })
    return sealed
  }

  /** Null when it does not open. */
  open(place: string, sealed: Cell, key: RowKey = []): Cell | null {
    if (typeof sealed !== 'string')
      return FILE.compare(sealed, 0, FILE.length) === 0
        ? decrypted(this.bodies, Buffer.from(sealed).subarray(FILE.length), about(place, key))
        : null
    if (OPEN_TEXTS.has(sealed)) return sealed
    if (!sealed.startsWith(BODY)) return null
    const where = about(place, key)
    const before = this.openBodies.get(nonceOf(sealed))
    if (before?.where === where && before.sealed === sealed) return before.text
    const bytes = Buffer.from(sealed.slice(BODY.length), 'base64url')
    const text = decrypted(this.bodies, bytes, where)?.toString() ?? null
    if (text !== null && READ_SOON.has(place)) this.remember(sealed, { sealed, where, text })
    return text
  }

  private remember(sealed: string, opened: Opened): void {
    if (sealed.length <= LONGEST_KNOWN) this.openBodies.set(nonceOf(sealed), opened)
  }

  /** Random bytes are asked for many at a time. */
  private nonce(): Buffer {
    if (this.nextNonce === this.nonces.length) {
      this.nonces = randomBytes(NONCE * NONCES)
      this.nextNonce = 0
    }
    this.nextNonce += NONCE
    return this.nonces.subarray(this.nextNonce - NONCE, this.nextNonce)
  }
}

type Key = ReturnType<typeof createSecretKey>

function about(place: string, key: RowKey): string {
  return JSON.stringify([BODY, place, ...key])
}

function encrypted(key: Key, nonce: Buffer, bytes: Uint8Array, context: string): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypted(key: Key, bytes: Buffer, context: string): Buffer | null {
  if (bytes.length < NONCE + TAG) return null
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** What is mostly read again soon after it was written. */
const READ_SOON: ReadonlySet<string> = new Set([
  'conversation.session',
  'delivery.payload',
  'effect.request',
  'inbound.input',
  'inbound.text',
])

/** A body, what it is bound to and what is in it. */
type Opened = Readonly<{ sealed: string; where: string; text: string }>

/** The letters of a sealed text that its nonce is in, which no two have in common. */
function nonceOf(sealed: string): string {
  return sealed.slice(BODY.length, BODY.length + (NONCE * 4) / 3)
}

/** Entries of each of two generations, and the letters up to which a text is worth keeping. */
const MOST_KNOWN = 2000
const LONGEST_KNOWN = 4096

/** What was sealed or opened lately, of bounded size. */
class Recent<T> {
  private young = new Map<string, T>()
  private old = new Map<string, T>()

  get(name: string): T | undefined {
    return this.young.get(name) ?? this.old.get(name)
  }

  set(name: string, value: T): void {
    if (this.young.size >= MOST_KNOWN) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(name, value)
  }
}

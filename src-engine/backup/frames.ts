import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

const NONCE = 12
const TAG = 16
const LENGTH = 4
/** No frame is longer: a damaged length must not ask for all memory there is. Bytes. */
const MAX_FRAME = 268_435_456

/** What a frame is about: its place, and whether it is the last, so that none can be left out, swapped or cut off. */
function contextOf(index: number, isLast: boolean): Buffer {
  return Buffer.from(`parley-backup/${index}/${isLast ? 'last' : 'more'}`)
}

/** One part of a backup: its length (4 bytes), nonce, AES-256-GCM of the packed text, tag (requirements.md NHN-141). */
export async function sealFrame(
  key: Uint8Array,
  text: string,
  index: number,
  isLast: boolean,
): Promise<Buffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(contextOf(index, isLast))
  const packed = await pack(text)
  const body = Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()])
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

/** The text of a frame; null when it was changed, is another's, or is not at this place. */
export async function openFrame(
  key: Uint8Array,
  body: Buffer,
  index: number,
  isLast: boolean,
): Promise<string | null> {
  if (body.length < NONCE + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(contextOf(index, isLast))
  decipher.setAuthTag(body.subarray(-TAG))
  try {
    const packed = Buffer.concat([decipher.update(body.subarray(NONCE, -TAG)), decipher.final()])
    return (await unpack(packed, { maxOutputLength: MAX_FRAME })).toString('utf8')
  } catch {
    return null
  }
}

/** Cuts bytes as they come into a first line and frames; throws when they end in the middle of one. */
export class FrameReader {
  private readonly parts: AsyncIterator<Uint8Array>
  private held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.parts = source[Symbol.asyncIterator]()
  }

  /** At most 64 kB up to a line end; null when there is none. */
  async line(): Promise<string | null> {
    const end = () => this.held.indexOf(0x0a)
    while (end() < 0 && this.held.length < 65_536) if (!(await this.more())) return null
    const at = end()
    if (at < 0) return null
    const line = this.held.subarray(0, at).toString('utf8')
    this.held = this.held.subarray(at + 1)
    return line
  }

  /** The next frame; null at the end, undefined when it is cut off. */
  async frame(): Promise<Buffer | null | undefined> {
    while (this.held.length < LENGTH)
      if (!(await this.more())) return this.held.length === 0 ? null : undefined
    const length = this.held.readUInt32BE()
    if (length > MAX_FRAME) return undefined
    while (this.held.length < LENGTH + length) if (!(await this.more())) return undefined
    const body = this.held.subarray(LENGTH, LENGTH + length)
    this.held = this.held.subarray(LENGTH + length)
    return body
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.parts.next()
    if (done) return false
    this.held = Buffer.concat([this.held, value])
    return true
  }
}

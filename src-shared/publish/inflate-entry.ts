import { Inflate } from 'fflate'
import { fault, ok, type Result } from '../kit/result.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-entries.ts'

/** Deflate makes at most 1032 bytes of one: a slice cannot become more than 17 MB before the limit is looked at. */
const SLICE = 16_384

/**
 * Unpacks one file of a zip, counting what really comes out and stopping at `limit` bytes. With `keep` false nothing
 * is held in memory and the value is empty: the file was only checked.
 */
export function inflateEntry(
  entry: ZipEntry,
  limit: number,
  keep: 'keep' | 'check',
): Result<{ size: number; bytes: Uint8Array }> {
  const chunks: Uint8Array[] = []
  const sum = { size: 0, crc: 0 }
  const take = (chunk: Uint8Array) => {
    sum.size += chunk.length
    sum.crc = crc32(sum.crc, chunk)
    if (keep === 'keep' && sum.size <= limit) chunks.push(chunk)
  }
  const name = entry.name.slice(0, 80)
  if (entry.method === 'stored') take(entry.data)
  else {
    const problem = inflate(entry.data, take, () => sum.size > limit)
    if (problem !== null) return fault('package/corrupt', `${name}: ${problem}. Ask for the file again.`)
  }
  if (sum.size > limit) return fault('package/too-large', `${name} has more than ${limit} bytes.`)
  if (sum.crc !== entry.crc)
    return fault('package/corrupt', `${name} is not what it was when it was packed. Ask for the file again.`)
  return ok({ size: sum.size, bytes: joined(chunks) })
}

function inflate(data: Uint8Array, take: (chunk: Uint8Array) => void, isFull: () => boolean): string | null {
  let finished = false
  const stream = new Inflate((chunk, final) => {
    take(chunk)
    finished = final
  })
  try {
    for (let at = 0; (at < data.length || at === 0) && !isFull(); at += SLICE)
      stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length)
  } catch (error) {
    return (error as Error).message
  }
  return finished || isFull() ? null : 'it ends too early'
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

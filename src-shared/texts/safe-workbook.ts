import { strFromU8, zipSync } from 'fflate'
import { fault, ok, type Result } from '../kit/result.ts'
import { inflateEntry } from '../publish/inflate-entry.ts'
import { zipEntries } from '../publish/zip-entries.ts'

const MAX_FILES = 500
/** Bytes of all its parts together: a workbook of 10,000 texts in 20 languages has about 40 million. */
const MAX_UNPACKED = 100_000_000

/**
 * A workbook whose parts were unpacked no further than the limit, packed again as they are, so that what is read is what
 * was counted; and how many of its cells are formulas.
 */
export function safeWorkbook(bytes: Uint8Array): Result<{ bytes: Uint8Array; formulas: number }> {
  const entries = zipEntries(bytes, MAX_FILES)
  if (!entries.ok) return entries
  if (!entries.value.some(({ name }) => name === 'xl/workbook.xml'))
    return fault('texts/not-texts', 'It is a zip file, but no workbook.')
  const parts = new Map<string, Uint8Array>()
  let left = MAX_UNPACKED
  let formulas = 0
  for (const entry of entries.value) {
    const isRead = /\.(xml|rels)$/.test(entry.name)
    const part = inflateEntry(entry, left, isRead ? 'keep' : 'check')
    if (!part.ok) return part
    left -= part.value.size
    if (isRead) parts.set(entry.name, part.value.bytes)
    if (entry.name.startsWith('xl/worksheets/')) formulas += countFormulas(part.value.bytes)
  }
  return ok({ bytes: zipSync(Object.fromEntries(parts), { level: 0 }), formulas })
}

function countFormulas(part: Uint8Array): number {
  return strFromU8(part, true).match(/<f[\s>/]/g)?.length ?? 0
}

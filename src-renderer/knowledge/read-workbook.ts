import { readSheet } from 'read-excel-file/browser'
import { inflateEntry } from '../../src-shared/publish/inflate-entry.ts'
import { zipEntries } from '../../src-shared/publish/zip-entries.ts'

const MOST_PARTS = 2000
/** Bytes of all parts when unpacked: a small file may hold a sheet that fills the memory. */
const MOST_UNPACKED = 100_000_000

/** The cells of the first sheet of a workbook; formulas have the values they had when it was saved. Throws on damage. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly (readonly unknown[])[] | 'tooBig'> {
  const parts = zipEntries(bytes, MOST_PARTS)
  if (!parts.ok) throw new Error(parts.message)
  let left = MOST_UNPACKED
  for (const part of parts.value) {
    const unpacked = inflateEntry(part, left, 'check')
    if (!unpacked.ok && unpacked.code === 'package/too-large') return 'tooBig'
    if (!unpacked.ok) throw new Error(unpacked.message)
    left -= unpacked.value.size
  }
  return readSheet(new Blob([bytes]))
}

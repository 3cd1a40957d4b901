import { readSheet } from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/universal'
import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import { inflateEntry } from '../../../src-shared/publish/inflate-entry.ts'
import { zipEntries } from '../../../src-shared/publish/zip-entries.ts'
import type { Sheet } from '../../../src-shared/texts/exchange-sheet.ts'

const MAX_FILES = 500
/** Bytes of all its parts together: a workbook of 10,000 texts in 20 languages has about 40 million. */
const MAX_UNPACKED = 200_000_000
/** Of Excel. */
const LONGEST_CELL = 32_767

/** A table as a workbook. Cells are texts, so that none is taken for a formula. */
export async function sheetToXlsx(sheet: Sheet): Promise<Result<Uint8Array>> {
  const long = sheet.flat().find(cell => cell.length > LONGEST_CELL)
  if (long !== undefined)
    return fault(
      'texts/too-large',
      `A cell of a workbook holds ${LONGEST_CELL} letters; one text is longer. Use CSV or XLIFF.`,
    )
  const rows = sheet.map((row, at) =>
    row.map(value => ({
      value: notInherited(value),
      type: String,
      wrap: true,
      alignVertical: 'top' as const,
      ...(at === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
  const width = sheet[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => ({ width: at < 2 || at === width - 1 ? 24 : 48 }))
  const blob = await writeXlsxFile(rows, { columns, stickyRowsCount: 1, sheet: 'Texts' }).toBlob()
  return ok(new Uint8Array(await blob.arrayBuffer()))
}

/** The library keeps texts as names of an object, and trips over those that every object has. */
function notInherited(value: string): string {
  return value in {} ? `\\u{${value.charCodeAt(0).toString(16)}}${value.slice(1)}` : value
}

/** The first table of a workbook, and how many of its cells are formulas: their last results are taken, none is worked out. */
export async function xlsxToSheet(bytes: Uint8Array): Promise<Result<{ sheet: Sheet; formulas: number }>> {
  const looked = lookInside(bytes)
  if (!looked.ok) return looked
  try {
    const rows = await readSheet(bytes.slice().buffer, { trim: false })
    const sheet = rows.map(row => row.map(cell => (cell === null ? '' : String(cell))))
    return ok({ sheet, formulas: looked.value })
  } catch {
    return fault('texts/not-texts', 'It cannot be read as a workbook. Save it again as XLSX.')
  }
}

/** Unpacks every part as far as the limit before anything else does, and counts the formulas. */
function lookInside(bytes: Uint8Array): Result<number> {
  const entries = zipEntries(bytes, MAX_FILES)
  if (!entries.ok) return entries
  if (!entries.value.some(({ name }) => name === 'xl/workbook.xml'))
    return fault('texts/not-texts', 'It is a zip file, but no workbook.')
  let left = MAX_UNPACKED
  let formulas = 0
  for (const entry of entries.value) {
    const isSheet = entry.name.startsWith('xl/worksheets/')
    const part = inflateEntry(entry, left, isSheet ? 'keep' : 'check')
    if (!part.ok) return part
    left -= part.value.size
    if (isSheet) formulas += new TextDecoder().decode(part.value.bytes).match(/<f[\s>/]/g)?.length ?? 0
  }
  return ok(formulas)
}

import { readSheet } from 'read-excel-file/universal'
import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import type { Sheet } from '../../../src-shared/texts/exchange-sheet.ts'
import { safeWorkbook } from '../../../src-shared/texts/safe-workbook.ts'

/** The first table of a workbook, and how many of its cells are formulas: their last results are taken, none is worked out. */
export async function xlsxToSheet(bytes: Uint8Array): Promise<Result<{ sheet: Sheet; formulas: number }>> {
  const safe = safeWorkbook(bytes)
  if (!safe.ok) return safe
  try {
    const rows = await readSheet(safe.value.bytes.slice().buffer, { trim: false })
    const sheet = rows.map(row => row.map(cellText))
    return ok({ sheet, formulas: safe.value.formulas })
  } catch {
    return fault('texts/not-texts', 'It cannot be read as a workbook. Save it again as XLSX.')
  }
}

/** A day is written alike in every language and time zone; the file knows no zone. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

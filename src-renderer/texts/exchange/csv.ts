import Papa from 'papaparse'
import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import type { Sheet } from '../../../src-shared/texts/exchange-sheet.ts'
import { guardCell, unguardCell } from '../../../src-shared/texts/formula-guard.ts'

/** A table as CSV that spreadsheet programs open as UTF-8 and take for texts only. */
export function sheetToCsv(sheet: Sheet): string {
  const cells = sheet.map(row => row.map(guardCell))
  return `\uFEFF${Papa.unparse(cells, { quotes: true, newline: '\r\n' })}\r\n`
}

/** The table of a CSV, with whatever separator its program wrote. */
export function csvToSheet(text: string): Result<Sheet> {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: true,
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken)
    return fault('texts/not-texts', `A quotation mark is not closed near row ${(broken.row ?? 0) + 1}.`)
  return ok(data.map(row => row.map(unguardCell)))
}

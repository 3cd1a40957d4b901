import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import type { ExchangeFile } from '../../../src-shared/texts/exchange.ts'
import { fromSheet, toSheet } from '../../../src-shared/texts/exchange-sheet.ts'
import { toXliff } from '../../../src-shared/texts/to-xliff.ts'
import { toXlsx } from '../../../src-shared/texts/to-xlsx.ts'
import { csvToSheet, sheetToCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import type { ExchangeFormat } from './formats.ts'
import { xliffToFile } from './xliff.ts'
import { xlsxToSheet } from './xlsx.ts'

/** What a file of texts holds, and how many of its cells were formulas. */
export type ReadTexts = Readonly<{ file: ExchangeFile; formulas: number }>

const MAX_UNITS = 200_000

/** XLIFF is for one language: the first of the file's. */
export async function writeTextsFile(
  file: ExchangeFile,
  format: ExchangeFormat,
): Promise<Result<Uint8Array>> {
  if (format === 'xlsx') return toXlsx(toSheet(file))
  const text = format === 'csv' ? sheetToCsv(toSheet(file)) : toXliff(file, file.locales[0] ?? 'en')
  return ok(new TextEncoder().encode(text))
}

/** Reads a file by what is in it, not by its name. */
export async function readTextsFile(bytes: Uint8Array): Promise<Result<ReadTexts>> {
  const read = await readByContent(bytes)
  if (!read.ok) return read
  const { units } = read.value.file
  if (units.length > MAX_UNITS)
    return fault('texts/too-large', `It holds ${units.length} texts; at most ${MAX_UNITS} are read.`)
  return units.length === 0 ? fault('texts/not-texts', 'It holds no texts.') : read
}

async function readByContent(bytes: Uint8Array): Promise<Result<ReadTexts>> {
  if (bytes.length === 0) return fault('texts/not-texts', 'It is empty.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const workbook = await xlsxToSheet(bytes)
    if (!workbook.ok) return workbook
    const file = fromSheet(workbook.value.sheet)
    return file.ok ? ok({ file: file.value, formulas: workbook.value.formulas }) : file
  }
  const text = decodeText(bytes)
  if (!text.ok) return text
  const sheet = /^\uFEFF?\s*</.test(text.value) ? null : csvToSheet(text.value)
  if (sheet && !sheet.ok) return sheet
  const file = sheet ? fromSheet(sheet.value) : xliffToFile(text.value)
  return file.ok ? ok({ file: file.value, formulas: 0 }) : file
}

import { strToU8, zipSync } from 'fflate'
import { fault, ok, type Result } from '../kit/result.ts'
import type { Sheet } from './exchange-sheet.ts'

/** Of Excel. */
const LONGEST_CELL = 32_767

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const FIXED_PARTS = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Texts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  // Cells are texts that wrap and begin at the top; those of the first row are bold.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
} as const

/**
 * A table as a workbook whose cells are all texts, so that none is taken for a formula. Written here since libraries
 * compress in workers made of text, which the page's policy forbids.
 */
export function toXlsx(sheet: Sheet): Result<Uint8Array> {
  const tooLong = sheet.some(row => row.some(cell => cell.length > LONGEST_CELL))
  if (tooLong)
    return fault(
      'texts/too-large',
      `A cell of a workbook holds ${LONGEST_CELL} letters, and one text is longer. Use CSV or XLIFF.`,
    )
  const parts = { ...FIXED_PARTS, 'xl/worksheets/sheet1.xml': sheetXml(sheet) }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)] as const)
  return ok(zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) }))
}

function sheetXml(sheet: Sheet): string {
  const width = sheet[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => {
    const size = at < 2 || at === width - 1 ? 24 : 48
    return `<col min="${at + 1}" max="${at + 1}" width="${size}" customWidth="1"/>`
  })
  const rows = sheet.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`, at === 0 ? 2 : 1))
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const cols = width > 0 ? `<cols>${columns.join('')}</cols>` : ''
  return `<worksheet xmlns="${MAIN}">${frozen}${cols}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

function cellXml(text: string, place: string, style: number): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`
}

/** A, B, … Z, AA, AB, … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

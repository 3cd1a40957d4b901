/** A list as text with tabs between its cells, or what is wrong with the file; `most` is in megabytes. */
export type ListFile =
  | Readonly<{ ok: true; text: string }>
  | Readonly<{ ok: false; is: 'tooBig' | 'unreadable'; most: number }>

const MOST_MB = 10
/** What a zip file, and so an .xlsx, begins with. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const

/**
 * Reads a file of rows: text in UTF-8 as it is, the first sheet of an .xlsx with the values its formulas had when it
 * was saved. What the file is, its bytes say, not its name.
 */
export async function readListFile(file: File): Promise<ListFile> {
  if (file.size > MOST_MB * 1_000_000) return { ok: false, is: 'tooBig', most: MOST_MB }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!ZIP.every((byte, at) => bytes[at] === byte)) return { ok: true, text: textOf(bytes) }
    const { readWorkbook } = await import('./read-workbook.ts')
    const rows = await readWorkbook(bytes)
    if (rows === 'tooBig') return { ok: false, is: 'tooBig', most: MOST_MB }
    return { ok: true, text: rows.map(row => row.map(cellText).join('\t')).join('\n') }
  } catch {
    return { ok: false, is: 'unreadable', most: MOST_MB }
  }
}

function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  // Programs and pictures may be valid UTF-8 by chance; a list holds no NUL.
  if (text.includes('\0')) throw new Error('not a text')
  return text
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
  return `"${text.replaceAll('"', '""')}"`
}

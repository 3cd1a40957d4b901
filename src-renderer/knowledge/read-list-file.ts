/** A list as text with tabs between its cells and how many of them are formulas, or what is wrong with the file. */
export type ListFile =
  | Readonly<{ ok: true; text: string; formulas: number }>
  | Readonly<{ ok: false; is: 'tooBig' | 'tooMuch' | 'unreadable' }>

/** Megabytes. */
export const MOST_MB = 10
/** What a zip file, and so an .xlsx, begins with. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const

/**
 * Reads a file of rows: text in UTF-8 as it is, the first sheet of an .xlsx, beside the window, with the values its
 * formulas had when it was saved. What the file is, its bytes say, not its name.
 */
export async function readListFile(file: File): Promise<ListFile> {
  if (file.size > MOST_MB * 1_000_000) return { ok: false, is: 'tooBig' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!ZIP.every((byte, at) => bytes[at] === byte)) return { ok: true, text: textOf(bytes), formulas: 0 }
    const { sheetInWorker } = await import('../texts/exchange/run-exchange.ts')
    const read = await sheetInWorker(bytes)
    if (!read.ok) return { ok: false, is: TOO_MUCH.has(read.code) ? 'tooMuch' : 'unreadable' }
    const { sheet, formulas } = read.value
    return { ok: true, text: sheet.map(row => row.map(quoted).join('\t')).join('\n'), formulas }
  } catch {
    return { ok: false, is: 'unreadable' }
  }
}

const TOO_MUCH: ReadonlySet<string> = new Set(['package/too-large', 'texts/too-large'])

function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  // Programs and pictures may be valid UTF-8 by chance; a list holds no NUL.
  if (text.includes('\0')) throw new Error('not a text')
  return text
}

function quoted(cell: string): string {
  return cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`
}

/** Cells on the clipboard as spreadsheets put them there: tabs between cells, lines between rows, quotes where needed. */
export function cellsToClip(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(quoted).join('\t')).join('\n')
}

/** The cells of a clipboard; a text without tabs, line ends and quotes is one cell. Total. */
export function clipToCells(clip: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  const source = clip.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  let at = 0
  while (at <= source.length) {
    const [cell, end] = source.charAt(at) === '"' ? quotedCell(source, at) : plainCell(source, at)
    row.push(cell)
    if (source.charAt(end) !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return row.length > 0 ? [...rows, row] : rows
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell
}

function plainCell(source: string, at: number): [string, number] {
  const found = source.slice(at).search(/[\t\n]/)
  const end = found < 0 ? source.length : at + found
  return [source.slice(at, end), end]
}

/** A quote that is never closed, or is followed by more than the end of the cell, was meant as a quote. */
function quotedCell(source: string, at: number): [string, number] {
  let cell = ''
  for (let next = at + 1; next < source.length; next += 1) {
    const sign = source.charAt(next)
    if (sign !== '"') cell += sign
    else if (source.charAt(next + 1) === '"') {
      cell += sign
      next += 1
    } else if (next + 1 === source.length || /[\t\n]/.test(source.charAt(next + 1))) return [cell, next + 1]
    else break
  }
  return plainCell(source, at)
}

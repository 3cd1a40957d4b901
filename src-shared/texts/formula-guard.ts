/**
 * A cell of a CSV that begins like a formula would be worked out by spreadsheet programs, and may do anything there.
 * An apostrophe before it keeps it a text; the import takes it away again. Texts that begin with an apostrophe get one
 * too, so that both ways are exact.
 */
const BEGINS_LIKE_FORMULA = /^['=+\-@\t\n|%]/

export function guardCell(cell: string): string {
  return BEGINS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell
}

export function unguardCell(cell: string): string {
  return cell.startsWith("'") && BEGINS_LIKE_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

import { fromPlainSigns } from './plain-signs.ts'

/** A list of words as the text of one cell: one on each line. */
export function wordsToCell(words: readonly string[]): string {
  return words.map(oneLine).join('\n')
}

/** The words of a cell: one on each line, without empty ones and the blanks around them. */
export function cellToWords(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map(line => fromPlainSigns(line.trim()))
    .filter(word => word !== '')
}

/** A word never holds the end of a line, unless a file from elsewhere brought it. */
function oneLine(word: string): string {
  return word.replace(/\\(?=u\{[0-9a-f]{1,6}\})/g, '\\u{5c}').replaceAll('\n', '\\u{a}')
}

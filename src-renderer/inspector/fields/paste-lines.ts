/** A list sign or number before a pasted line: `1. `, `2) `, `- `, `• `. */
const BULLET = /^\s*(?:\d{1,3}[.)]|[-*•‣–—])\s+/

/** The lines of a pasted list, without numbers, list signs and empty lines; null when it is a single line. */
export function pastedLines(text: string): readonly string[] | null {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(BULLET, '').trim())
    .filter(line => line !== '')
  return lines.length > 1 ? lines : null
}

/** Words between commas, semicolons or line ends, each once, in order. */
export function wordsOf(text: string): readonly string[] {
  const words = text.split(/[,;\n]/).map(word => word.trim().replace(/\s+/g, ' '))
  return [...new Set(words.filter(word => word !== ''))]
}

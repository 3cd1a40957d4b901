import { asciiDigits } from '../blocks/answer-types.ts'

/**
 * A text as keywords, labels and tokens are compared (requirements.md NHN-28, NHN-06): NFKC, trimmed, spaces
 * collapsed, case folded, digits of any script as ASCII, and without the punctuation and emoji around it, unless it
 * consists of them. Signs that make a word a command (`# * / @ + $ &`) belong to the word: "#MENU" is not "menu".
 */
export function normaliseText(text: string): string {
  return isPlain(text) ? text : normaliseFully(text)
}

/** Most messages and labels are numbers and words in small letters, for which nothing is left to do. */
function isPlain(text: string): boolean {
  const { length } = text
  if (length === 0 || length > 64) return false
  let isSpace = true
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index)
    const isSign = (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
    if (!isSign && (code !== 32 || isSpace)) return false
    isSpace = !isSign
  }
  return !isSpace
}

const SURROUNDING = /^[^\p{L}\p{N}#*/@+$&\\]+|[^\p{L}\p{N}\p{M}#*/@+$&\\]+$/gu
const KEYCAP = /(\d|[#*])\uFE0F?\u20E3/gu

function normaliseFully(text: string): string {
  const folded = asciiDigits(text.replace(KEYCAP, '$1').normalize('NFKC'))
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
  const bare = folded.replace(SURROUNDING, '')
  return bare === '' ? folded : bare
}

import type { Program, ProgramKeyword } from './program.ts'

/**
 * The activation keyword a whole message stands for, if any (requirements.md NHN-28). Exact ones first, then the
 * looser modes; among equals, one of the conversation's own language, then one of any language.
 */
export function matchKeyword(program: Program, normal: string, locale: string): ProgramKeyword | null {
  const exact = program.exactKeywords.get(normal)
  if (exact) return nearest(exact, locale)
  if (program.looseKeywords.length === 0) return null
  return nearest(
    program.looseKeywords.filter(keyword => fits(keyword, normal)),
    locale,
  )
}

function nearest(keywords: readonly ProgramKeyword[], locale: string): ProgramKeyword | null {
  const language = locale.split('-')[0]
  const rank = (keyword: ProgramKeyword) => {
    if (keyword.locale === locale) return 0
    if (keyword.locale === null) return 2
    return keyword.locale.split('-')[0] === language ? 1 : 3
  }
  let best: ProgramKeyword | null = null
  for (const keyword of keywords) if (best === null || rank(keyword) < rank(best)) best = keyword
  return best
}

function fits({ normal: keyword, match }: ProgramKeyword, text: string): boolean {
  if (match === 'startsWith') return text.startsWith(keyword) && isBoundary(text, keyword.length)
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1))
    if (isBoundary(text, at) && isBoundary(text, at + keyword.length)) return true
  return false
}

const WORD = /[\p{L}\p{N}\p{M}]/u

/** Whether a word ends or begins here: "hi there" contains "hi", "this" does not. */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  return !(WORD.test(charBefore(text, at)) && WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 32)))
}

function charBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.charAt(at - 1)
}

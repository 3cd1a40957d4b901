import type { BlockId, KeywordId } from '../../src-shared/document/ids.ts'
import { matchKeyword } from '../../src-shared/runtime/match-keyword.ts'
import { normaliseText } from '../../src-shared/runtime/normalise-text.ts'
import type { Program } from '../../src-shared/runtime/program.ts'

export type Tried = Readonly<{
  by: 'endToken' | 'mainMenuToken' | 'keyword' | 'anyMessage' | 'nothing'
  keyword: KeywordId | null
  entry: BlockId | null
}>

/** What a first message would start, in the order of requirements.md D-20: tokens, keywords, the entry for anything. */
export function triedMessage(program: Program, text: string, locale: string): Tried {
  const normal = normaliseText(text)
  const token = program.words.get(normal)
  if (token === 'endToken' || token === 'mainMenuToken') return { by: token, keyword: null, entry: null }
  const keyword = matchKeyword(program, normal, locale)
  if (keyword) return { by: 'keyword', keyword: keyword.id, entry: keyword.entry }
  const entry = program.entries.anyMessage?.id ?? null
  return { by: entry === null ? 'nothing' : 'anyMessage', keyword: null, entry }
}

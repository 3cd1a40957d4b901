import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Refused } from '../../src-shared/search/replace-matches.ts'
import { type SearchQuery, searchBot } from '../../src-shared/search/search-bot.ts'
import type { PlaceKind } from '../../src-shared/search/search-places.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type OrderedMatches, orderMatches } from './order-matches.ts'

/** What is looked for, and how far one has come through what was found. It outlives the panel. */
export type FindState = Readonly<{
  text: string
  by: string
  matchCase: boolean
  wholeWord: boolean
  kinds: ReadonlySet<PlaceKind> | null
  onlyFlow: boolean
  isReplacing: boolean
  /** The match one is at; -1 before the first. */
  at: number
  /** What the last replacement did. */
  done: Readonly<{ replaced: number; refused: readonly Refused[] }> | null
}>

export const useFind = create<FindState>()(() => ({
  text: '',
  by: '',
  matchCase: false,
  wholeWord: false,
  kinds: null,
  onlyFlow: false,
  isReplacing: false,
  at: -1,
  done: null,
}))

/** Changes what is looked for; one begins again before the first match. */
export function look(part: Partial<FindState>): void {
  useFind.setState({ ...part, at: -1, done: null })
}

export function queryOf({ text, matchCase, wholeWord, kinds, onlyFlow }: FindState): SearchQuery {
  return { text, matchCase, wholeWord, kinds, flow: onlyFlow ? shownFlow() : null }
}

export type Found = OrderedMatches & Readonly<{ isComplete: boolean }>

let last: Readonly<{ document: BotDocument; rev: number; query: SearchQuery; found: Found }> | null = null

/** What a query finds in the bot as it is now. Asked for again, it is at hand. */
export function findNow(query: SearchQuery): Found {
  const { editor, rev } = useWorkbench.getState()
  if (!editor) return { matches: [], groups: [], isComplete: true }
  const { document } = editor
  if (last?.document === document && last.rev === rev && same(last.query, query)) return last.found
  const { matches, isComplete } = searchBot(document, query)
  const found = { ...orderMatches(document, matches), isComplete }
  last = { document, rev, query, found }
  return found
}

function same(a: SearchQuery, b: SearchQuery): boolean {
  return (
    a.text === b.text &&
    a.matchCase === b.matchCase &&
    a.wholeWord === b.wholeWord &&
    a.kinds === b.kinds &&
    a.flow === b.flow
  )
}

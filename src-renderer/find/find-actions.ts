import { replaceMatches } from '../../src-shared/search/replace-matches.ts'
import { type SearchMatch, searchBot } from '../../src-shared/search/search-bot.ts'
import { flushDrafts } from '../state/drafts.ts'
import { commit } from '../state/edits.ts'
import { setPreferences } from '../state/preferences.ts'
import { showLeft } from '../state/show-left.ts'
import { showPlace } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { findNow, look, queryOf, useFind } from './find-state.ts'
import { markField } from './mark-field.ts'

/** Shows the panel with the cursor in it; what is marked in a field is looked for. */
export function showFind(isReplacing: boolean): void {
  const marked = markedText()
  if (marked && marked !== useFind.getState().text) look({ text: marked })
  useFind.setState({ isReplacing })
  showLeft('find')
  focusWhenThere('[data-find-text]')
}

/** Goes to the next match, or the one before with -1; after the last comes the first. */
export function step(by: 1 | -1): void {
  const { at } = useFind.getState()
  const { matches } = findNow(queryOf(useFind.getState()))
  if (matches.length === 0) return
  const from = at < 0 && by < 0 ? 0 : at
  goTo((from + by + matches.length) % matches.length)
}

/** Selects what a match is in, brings it into view and marks its field; the focus stays where it is. */
export function goTo(at: number): void {
  const match = findNow(queryOf(useFind.getState())).matches[at]
  useFind.setState({ at })
  if (!match) return
  showLocale(match)
  const { record } = match.place
  // Variables and keywords have their panel where this one is: they are shown when they are opened.
  if (!/^(var|kw|media)_/.test(record)) showPlace(record)
  if (!useWorkbench.getState().preferences.rightOpen) void setPreferences({ rightOpen: true })
  markField(match, false)
}

/** Goes to a match and puts the cursor into its field, the match chosen there. */
export function open(at: number): void {
  const match = findNow(queryOf(useFind.getState())).matches[at]
  if (!match) return
  goTo(at)
  if (/^(var|kw|media)_/.test(match.place.record)) showPlace(match.place.record, match.place.path)
  markField(match, true)
}

/** Replaces the match one is at and goes on to the next; before the first, only goes there. */
export function replaceOne(): void {
  flushDrafts()
  const state = useFind.getState()
  const query = queryOf(state)
  const match = findNow(query).matches[state.at]
  if (!match) {
    step(1)
    return
  }
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const done = replaceMatches(editor.document, { query, matches: [match], by: state.by })
  if (
    done.replaced > 0 &&
    !commit(done.changes, { key: 'find.edit.replace', name: query.text.slice(0, 200) })
  )
    return
  useFind.setState({ done })
  const { matches } = findNow(query)
  const next = matches.findIndex((other, at) => at >= state.at && !isInside(other, match, state.by))
  const isPast = done.refused.length > 0 ? Math.min(state.at + 1, matches.length - 1) : next
  if (matches.length > 0) goTo(Math.max(0, isPast))
  else useFind.setState({ at: -1 })
}

/** What was just written may hold what is looked for: one goes on after it. */
function isInside(other: SearchMatch, match: SearchMatch, by: string): boolean {
  const { place: a } = other
  const { place: b } = match
  const isSame =
    a.record === b.record && a.locale === b.locale && a.index === b.index && a.path.join() === b.path.join()
  return isSame && other.start < match.start + by.length
}

/** Replaces every match as one step of the history. */
export function replaceAll(): void {
  flushDrafts()
  const state = useFind.getState()
  const query = queryOf(state)
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const { matches } = searchBot(editor.document, query, Number.POSITIVE_INFINITY)
  const done = replaceMatches(editor.document, { query, matches, by: state.by })
  const label = { key: 'find.edit.replaceAll', count: done.replaced, name: query.text.slice(0, 200) }
  if (done.replaced > 0 && !commit(done.changes, label)) return
  useFind.setState({ at: -1, done })
}

function showLocale({ place: { locale } }: SearchMatch): void {
  const { editor, locale: shown } = useWorkbench.getState()
  if (locale && locale !== shown && editor?.document.bot.locales.includes(locale))
    useWorkbench.setState({ locale })
}

/** One marked line of the field or page that has the focus. */
function markedText(): string {
  const field = document.activeElement
  const text =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : (getSelection()?.toString() ?? '')
  return text.length <= 200 && !text.includes('\n') ? text : ''
}

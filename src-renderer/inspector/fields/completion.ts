/** Something that can be written into a formula. */
export type Suggestion = Readonly<{
  kind: 'variable' | 'function'
  name: string
  /** The type of a variable, the signature of a function. */
  detail: string
  /** One sentence on what it is. */
  summary: string
}>

/** What fits at the caret, and the part of the text it would replace. */
export type Completion = Readonly<{
  from: number
  to: number
  suggestions: readonly Suggestion[]
  /** Whether the place in a template has to be closed after a variable. */
  closes: boolean
}>

type Asked = Readonly<{ text: string; caret: number; known: readonly Suggestion[]; forced?: boolean }>

const MAX_SUGGESTIONS = 50
const WORD_BEFORE = /[\p{L}_][\p{L}\p{N}_]*$/u
const WORD_AFTER = /^[\p{L}\p{N}_]*/u

/** What fits at the caret of a formula; nothing inside quoted text. `forced` also suggests before a letter is typed. */
export function completeFormula({ text, caret, known, forced = false }: Asked): Completion | null {
  const before = text.slice(0, caret)
  const word = WORD_BEFORE.exec(before)?.[0] ?? ''
  const isPartOfNumber = /[\p{N}.]$/u.test(before.slice(0, before.length - word.length))
  if ((word === '' && !forced) || isPartOfNumber || isInsideQuotes(before)) return null
  const after = WORD_AFTER.exec(text.slice(caret))?.[0] ?? ''
  const suggestions = ranked(word, known)
  const isDone = suggestions.length === 1 && suggestions[0]?.name === word + after
  if (suggestions.length === 0 || (isDone && !forced)) return null
  return { from: caret - word.length, to: caret + after.length, suggestions, closes: false }
}

/** What fits at the caret of a text: only inside `{{ }}`, before the `|` of its fallback. */
export function completeTemplate({ text, caret, known, forced = false }: Asked): Completion | null {
  const open = text.lastIndexOf('{{', caret - 2)
  if (open < 0 || open + 2 > caret) return null
  const inside = text.slice(open + 2, caret)
  if (inside.includes('}}') || inside.includes('\n') || /[^|]\|$|[^|]\|[^|]/.test(inside)) return null
  const rest = text.slice(caret)
  const close = /^[^{}\n]*\}\}/.exec(rest)
  const end = close ? caret + close[0].length - 2 : endOfWord(text, caret)
  const found = completeFormula({
    text: text.slice(open + 2, end),
    caret: caret - open - 2,
    known,
    forced: forced || inside.trim() === '',
  })
  if (!found) return null
  return { ...found, from: found.from + open + 2, to: found.to + open + 2, closes: close === null }
}

/** The text with the suggestion in it, and where the caret goes: between the brackets of a function. */
export function applySuggestion(
  text: string,
  completion: Completion,
  suggestion: Suggestion,
): { text: string; caret: number } {
  const before = text.slice(0, completion.from)
  const after = text.slice(completion.to)
  const { name } = suggestion
  if (suggestion.kind === 'function') {
    const call = after.startsWith('(') ? name : `${name}()`
    const caret = before.length + name.length + 1
    return { text: `${before}${call}${completion.closes ? '}}' : ''}${after}`, caret }
  }
  const written = completion.closes ? `${name}}}` : name
  const caret = before.length + written.length + (completion.closes || !after.startsWith('}}') ? 0 : 2)
  return { text: `${before}${written}${after}`, caret }
}

/** Writes `{{NAME}}` over the selection of a text. */
export function insertPlace(
  text: string,
  selection: { start: number; end: number },
  name: string,
): { text: string; caret: number } {
  const place = `{{${name}}}`
  return {
    text: text.slice(0, selection.start) + place + text.slice(selection.end),
    caret: selection.start + place.length,
  }
}

function ranked(word: string, known: readonly Suggestion[]): readonly Suggestion[] {
  const wanted = word.toUpperCase()
  const begins = known.filter(({ name }) => name.toUpperCase().startsWith(wanted))
  const holds = known.filter(({ name }) => name.toUpperCase().indexOf(wanted) > 0)
  return [...begins, ...holds].slice(0, MAX_SUGGESTIONS)
}

function isInsideQuotes(text: string): boolean {
  let quote: string | null = null
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\\' && quote) at += 1
    else if (quote) quote = sign === quote ? null : quote
    else if (sign === '"' || sign === "'" || sign === '`') quote = sign
  }
  return quote !== null
}

function endOfWord(text: string, caret: number): number {
  return caret + (WORD_AFTER.exec(text.slice(caret))?.[0].length ?? 0)
}

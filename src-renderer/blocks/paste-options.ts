import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_OPTIONS } from '../../src-shared/blocks/option-fields.ts'
import { wordsOf } from '../inspector/fields/paste-lines.ts'

export type MenuOption = DataOf<'menu'>['options'][number]

/** As in the schema of src-shared/document/field-types.ts. */
const MAX_WORDS = 50
const MAX_WORD_LENGTH = 80

type Paste = Readonly<{
  options: readonly MenuOption[]
  /** The option pasted into: an empty one takes the first line, after another one the lines follow. */
  at: number
  lines: readonly string[]
  locale: string
  newId: () => string
}>

/** The options with one for every pasted line, and how many lines found no room. */
export function pasteOptions({ options, at, lines, locale, newId }: Paste): {
  options: readonly MenuOption[]
  left: number
} {
  const target = options[at]
  const takesFirst = target !== undefined && (target.label[locale] ?? '') === ''
  const room = MAX_OPTIONS - options.length + (takesFirst ? 1 : 0)
  const fitting = lines.slice(0, room)
  const added = fitting.map((line, index) => {
    const { label, words } = readLine(line)
    const option =
      index === 0 && takesFirst
        ? { ...target, label: { ...target.label, [locale]: label } }
        : newOption(locale, newId, label)
    return words.length === 0 ? option : { ...option, synonyms: { ...option.synonyms, [locale]: words } }
  })
  const kept = takesFirst ? options.toSpliced(at, 1) : options
  return {
    options: kept.toSpliced(takesFirst ? at : at + 1, 0, ...added),
    left: lines.length - fitting.length,
  }
}

/** `Label; word, word`: what follows the first semicolon is understood as the label is. */
function readLine(line: string): { label: string; words: string[] } {
  const at = line.indexOf(';')
  const label = at < 0 ? line : line.slice(0, at).trim()
  if (label === '') return { label: line, words: [] }
  const words = at < 0 ? [] : wordsOf(line.slice(at + 1))
  return { label, words: words.filter(word => word.length <= MAX_WORD_LENGTH).slice(0, MAX_WORDS) }
}

export function newOption(locale: string, newId: () => string, label = ''): MenuOption {
  return { id: `opt_${newId()}`, label: { [locale]: label }, synonyms: {} }
}

import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { MAX_OPTIONS } from '../../src-shared/blocks/option-fields.ts'

export type MenuOption = DataOf<'menu'>['options'][number]

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
  const added = fitting.map((line, index) =>
    index === 0 && takesFirst
      ? { ...target, label: { ...target.label, [locale]: line } }
      : newOption(locale, newId, line),
  )
  const kept = takesFirst ? options.toSpliced(at, 1) : options
  return {
    options: kept.toSpliced(takesFirst ? at : at + 1, 0, ...added),
    left: lines.length - fitting.length,
  }
}

export function newOption(locale: string, newId: () => string, label = ''): MenuOption {
  return { id: `opt_${newId()}`, label: { [locale]: label }, synonyms: {} }
}

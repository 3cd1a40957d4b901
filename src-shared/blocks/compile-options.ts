import { inLocale } from '../document/localized.ts'
import type { MessageOption } from '../message/message.ts'
import type { CompileContext, Reply, Turn } from './kind.ts'
import type { OptionData } from './option-fields.ts'

/** The options of a block, ready to be shown and to be understood. */
export type CompiledOptions = Readonly<{
  /** All of them in the order of their numbers: first the ones made at run time, then the written ones. */
  shown(turn: Turn): readonly MessageOption[]
  /** The place of the one a text means among `shown`, or -1: its number first, then labels, then synonyms. */
  find(turn: Turn, normal: string): number
  /** The place of the one that was tapped or typed, or -1. */
  chosen(turn: Turn, reply: Reply): number
}>

type RunTimeOptions = (turn: Turn) => readonly MessageOption[]

/**
 * Options with constant texts are made once per locale, so that showing a menu allocates one message and reading a
 * reply looks into one index.
 */
export function compileOptions(
  written: readonly OptionData[],
  context: CompileContext,
  atRunTime?: RunTimeOptions,
): CompiledOptions {
  const shown = shownOptions(written, context, atRunTime)
  const find = finderOf(written, shown, context)
  const ids = written.map(({ id }) => id)
  const tapped = (turn: Turn, option: string) =>
    atRunTime ? shown(turn).findIndex(({ id }) => id === option) : ids.indexOf(option)
  return {
    shown,
    find,
    chosen(turn, { option, normal }) {
      const at = option === null ? -1 : tapped(turn, option)
      return at >= 0 ? at : find(turn, normal)
    },
  }
}

function shownOptions(
  written: readonly OptionData[],
  context: CompileContext,
  atRunTime: RunTimeOptions | undefined,
): RunTimeOptions {
  const parts = written.map(({ id, label, description }) => ({
    id,
    label: context.plain(label),
    description: description ? context.plain(description) : null,
  }))
  const make = (turn: Turn) =>
    parts.map(({ id, label, description }): MessageOption => {
      const second = description?.(turn) ?? ''
      return second === '' ? { id, label: label(turn) } : { id, label: label(turn), description: second }
    })
  if (atRunTime) return turn => [...atRunTime(turn), ...make(turn)]
  const isConstant = written.every(
    ({ label, description = {} }) => context.isConstant(label) && context.isConstant(description),
  )
  if (!isConstant) return make
  const made = new Map<string, readonly MessageOption[]>()
  return turn => {
    const known = made.get(turn.locale)
    if (known) return known
    const options = make(turn)
    made.set(turn.locale, options)
    return options
  }
}

/** Numbers are what text channels show, so they come before words. */
function finderOf(
  written: readonly OptionData[],
  shown: RunTimeOptions,
  context: CompileContext,
): CompiledOptions['find'] {
  const known = new WeakMap<readonly MessageOption[], ReadonlyMap<string, number>>()
  const indexOf = (turn: Turn, options: readonly MessageOption[]) => {
    const index = new Map<string, number>()
    const add = (text: string, at: number) => {
      const normal = context.normalise(text)
      if (normal !== '' && !index.has(normal)) index.set(normal, at)
    }
    for (const at of options.keys()) add(String(at + 1), at)
    for (const [at, { label }] of options.entries()) add(label, at)
    const first = options.length - written.length
    for (const [at, { synonyms = {} }] of written.entries())
      for (const word of inLocale(synonyms, turn.locale, context.locales) ?? []) add(word, first + at)
    return index
  }
  return (turn, normal) => {
    const options = shown(turn)
    let index = known.get(options)
    if (!index) {
      index = indexOf(turn, options)
      known.set(options, index)
    }
    return index.get(normal) ?? -1
  }
}

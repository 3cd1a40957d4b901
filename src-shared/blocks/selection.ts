import type { MessageOption } from '../message/message.ts'
import { compileOptions } from './compile-options.ts'
import { compileDone } from './done-option.ts'
import type { CompileContext, Reply, Turn } from './kind.ts'
import type { OptionData } from './option-fields.ts'
import { compilePages } from './option-pages.ts'
import { readSelection } from './read-selection.ts'

/** How options are shown: the place among the written ones of each shown one. Absent: as they are written. */
export type ShownOrder = (turn: Turn) => readonly number[]

/**
 * Choosing some of a block's options. A list that is typed is the whole answer; taps choose and unchoose one option
 * at a time, until “Done” is tapped or typed; where only one may be chosen, a tap is the answer. What is chosen so far
 * is in the block's notes.
 */
export type Selection = Readonly<{
  show(turn: Turn, text: string): void
  /** The places of what was chosen, `again` when it is to be shown again, or null when the reply does not fit. */
  take(turn: Turn, reply: Reply): readonly number[] | 'again' | null
}>

type Bounds = Readonly<{ min: number; max: number }>

export function compileSelection(
  written: readonly OptionData[],
  { min, max }: Bounds,
  context: CompileContext,
  order?: ShownOrder,
): Selection {
  const options = compileOptions(written, context)
  const pages = compilePages(context)
  const find = finderIn(options.find, context, order)
  const { pinned, isDone } = compileEnd(written, min, context)
  const ids = written.map(({ id }) => id)
  const fits = (places: readonly number[]) => places.length >= min && places.length <= max
  const tapped = (turn: Turn, id: string, place: number) => {
    if (max === 1) return [place]
    const chosen = toggled(chosenBy(turn, written), id)
    if (chosen.size > max) return null
    turn.memo = { ...turn.memo, chosen: [...chosen] }
    return 'again'
  }
  return {
    show(turn, text) {
      const shown = marked(inOrder(turn, options.shown(turn), order), chosenBy(turn, written))
      turn.say({ text, options: pages.page(turn, shown, pinned(turn)) })
    },
    take(turn, reply) {
      const { option } = reply
      const place = option === null ? -1 : ids.indexOf(option)
      if (option !== null && place >= 0) return tapped(turn, option, place)
      if (pages.turns(turn, options.shown(turn), reply, pinned(turn).length)) return 'again'
      const places = isDone(turn, reply)
        ? placesOf(chosenBy(turn, written), written)
        : readSelection(reply.text, part => find(turn, part))
      return places && fits(places) ? places : null
    },
  }
}

/** “Done”, as soon as enough is chosen; its number follows those of the options. */
function compileEnd(written: readonly OptionData[], min: number, context: CompileContext) {
  const done = compileDone(context)
  const number = written.length + 1
  const pinned = (turn: Turn): readonly MessageOption[] => {
    const { options = [] } = chosenBy(turn, written).size < min ? {} : done.shown(turn)
    return options.map(option => ({ ...option, number }))
  }
  const isDone = (turn: Turn, reply: Reply) =>
    done.isDone(turn, reply) || (reply.normal === String(number) && pinned(turn).length > 0)
  return { pinned, isDone }
}

function marked(options: readonly MessageOption[], chosen: ReadonlySet<string>): readonly MessageOption[] {
  if (chosen.size === 0) return options
  return options.map(option => (chosen.has(option.id) ? { ...option, label: `✓ ${option.label}` } : option))
}

function inOrder<T>(turn: Turn, items: readonly T[], order: ShownOrder | undefined): readonly T[] {
  return order ? order(turn).flatMap(place => items[place] ?? []) : items
}

/** A number means what is shown at its place, whatever the order. */
function finderIn(
  find: (turn: Turn, normal: string) => number,
  { normalise }: CompileContext,
  order: ShownOrder | undefined,
): (turn: Turn, part: string) => number {
  return (turn, part) => {
    const normal = normalise(part)
    const shown = order?.(turn)[Number(normal) - 1]
    return shown ?? find(turn, normal)
  }
}

function chosenBy({ memo }: Turn, written: readonly OptionData[]): ReadonlySet<string> {
  const chosen = memo?.chosen
  if (!Array.isArray(chosen)) return NOTHING
  return new Set(written.map(({ id }) => id).filter(id => chosen.includes(id)))
}

const NOTHING: ReadonlySet<string> = new Set()

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set(chosen.has(id) ? [...chosen].filter(other => other !== id) : [...chosen, id])
}

function placesOf(chosen: ReadonlySet<string>, written: readonly OptionData[]): readonly number[] {
  return written.flatMap(({ id }, place) => (chosen.has(id) ? [place] : []))
}

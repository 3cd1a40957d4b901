import type { BlockId } from '../document/ids.ts'
import type { Exploration, State, Turn } from './explore.ts'

/** Where a menu path ends: see {@link MenuPath}. */
export type PathEnd = 'over' | 'brokenOff' | 'person' | 'again' | 'deeper' | 'waits'

/**
 * One way through the menus: what is said or tapped, in order, and what comes of it. `again`: it leads to a place it
 * has been at; `deeper`: it goes on beyond the depth that was asked for, or beyond what was searched.
 */
export type MenuPath = Readonly<{
  turns: readonly Turn[]
  labels: readonly string[]
  end: PathEnd
  block: BlockId | null
}>
export type MenuPaths = Readonly<{ paths: readonly MenuPath[]; isCut: boolean }>

const MOST_PATHS = 500

/**
 * All ways through the menus down to a depth, from one entry or from all: options that are offered, and where nothing
 * is offered one reply that the bot takes. Words that always work, time and failures outside are left out.
 */
export function menuPaths(
  { states }: Exploration,
  {
    depth,
    entry = null,
    most = MOST_PATHS,
  }: Readonly<{ depth: number; entry?: BlockId | null; most?: number }>,
): MenuPaths {
  const paths: MenuPath[] = []
  let isCut = false
  const walk = (state: State, turns: readonly Turn[], met: ReadonlySet<State>) => {
    for (const turn of waysOn(state)) {
      if (turns.length === 0 && entry !== null && !turn.entered.includes(entry)) continue
      if (paths.length >= most) {
        isCut = true
        return
      }
      const way = [...turns, turn]
      const end = endOf(turn, met, way.length >= depth)
      if (end) paths.push({ turns: way, labels: way.map(labelOf), end, block: turn.entered.at(-1) ?? null })
      else walk(turn.to, way, new Set([...met, turn.to]))
    }
  }
  for (const state of states) if (state.by === null) walk(state, [], new Set([state]))
  return { paths, isCut }
}

function waysOn({ turns }: State): readonly Turn[] {
  const plain = (turns ?? []).filter(
    ({ input, chance }) => isPlain(input.by) && (chance === null || chance < 0.1),
  )
  const usual = plain.filter(turn => turn === plain.find(each => labelOf(each) === labelOf(turn)))
  const options = usual.filter(({ input }) => input.by === 'option')
  if (options.length > 0) return options
  const starts = usual.filter(({ input }) => input.by === 'start')
  const taken = usual.filter(({ input, ports }) => input.by === 'reply' && ports.length > 0)
  return starts.length > 0 ? starts : taken.slice(0, 1)
}

function isPlain(by: Turn['input']['by']): boolean {
  return by === 'start' || by === 'option' || by === 'reply'
}

function endOf(turn: Turn, met: ReadonlySet<State>, isDeep: boolean): PathEnd | null {
  if (turn.asksPerson) return 'person'
  if (turn.closed !== null) return turn.closed === 'deadEnd' || turn.closed === 'limit' ? 'brokenOff' : 'over'
  if (met.has(turn.to)) return 'again'
  if (isDeep || turn.to.turns === null) return 'deeper'
  return waysOn(turn.to).length === 0 ? 'waits' : null
}

/** What is typed or tapped; the name of what else happens. */
export function labelOf({ input: { happening } }: Turn): string {
  switch (happening.type) {
    case 'message':
      return happening.text || (happening.files?.[0]?.name ?? (happening.location ? '⌖' : '…'))
    case 'referral':
      return `↪ ${happening.ref}`
    case 'event':
      return `⚡ ${happening.name}`
    case 'schedule':
    case 'proactive':
    case 'effect':
    case 'agent':
    case 'delivery':
    case 'time':
      return `(${happening.type})`
  }
}
